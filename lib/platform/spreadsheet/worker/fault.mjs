// @ts-check

/** A file that is not read; `code` is a ReadFault, put into words by the main thread. */
export class Fault extends Error {
  /** @param {string} code */
  constructor(code) {
    super(code);
    this.code = code;
  }
}
