/**
 * What a server action answers to a form. `to` is a path of our own to go on to; `fields` holds a Russian sentence for
 * each field by its name. A refusal never throws: the form keeps what was typed and shows the message.
 */
export type ActionResult =
  | { ok: true; message?: string; to?: string }
  | {
      ok: false;
      message: string;
      fields?: Record<string, string>;
      /** What was typed, for the page that a browser without JavaScript draws anew. */
      typed?: Record<string, string | string[]>;
    };
