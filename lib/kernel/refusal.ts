/** Why an intention was refused. The code decides the HTTP status and is what tests name. */
export type RefusalCode =
  | 'unauthenticated'
  | 'not-found'
  | 'forbidden'
  | 'invalid'
  | 'conflict'
  | 'closed'
  | 'too-large'
  | 'too-many'
  | 'busy';

const STATUS: Record<RefusalCode, number> = {
  unauthenticated: 401,
  'not-found': 404,
  forbidden: 403,
  invalid: 422,
  conflict: 409,
  closed: 409,
  'too-large': 413,
  'too-many': 429,
  busy: 503,
};

/** Russian sentences by form field. */
export type FieldErrors = Readonly<Record<string, string>>;

/**
 * An expected "no": the message is Russian, says what is wrong and what to do, and is shown to the person as it is.
 * Everything else that is thrown is a fault: it gets an id, and the person sees only that id.
 */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly fields: FieldErrors;
  constructor(code: RefusalCode, message: string, fields: FieldErrors = {}) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.fields = fields;
  }
  get status(): number {
    return STATUS[this.code];
  }
}

/** A foreign object does not exist: the same words whether it is absent or somebody else's. */
export const notFound = () => new Refusal('not-found', 'Страница не найдена или у вас нет к ней доступа.');
