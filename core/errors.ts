/** What can be expected to go wrong. Every host maps each code to its own way of showing an error. */
export type ErrorCode =
  /** A function, an option or its value is not known. */
  | 'argument'
  /** A setting has a value that it cannot have. */
  | 'setting'
  /** A table that the answer needs was not given. */
  | 'missing-table'
  /** A column that the answer needs is absent, or blank from top to bottom. */
  | 'missing-column'
  /** Two columns, or two ranges, claim one meaning. */
  | 'conflict'
  /** A cell cannot be read as what its column holds. */
  | 'unreadable'
  /** The data is there and well formed, and the question has no answer in it. */
  | 'no-answer'
  /** The cells are no table: no header row can be found. */
  | 'not-a-table'
  /** A file cannot be read or written, or is refused. */
  | 'file'

/** What would have answered: a table, or a column of one. */
export interface Missing {
  readonly table: string
  readonly field: string | null
}

/** An expected failure: one sentence that says what is wrong, where, and what to do. */
export class SpmError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly missing: Missing | null = null,
  ) {
    super(message)
    this.name = 'SpmError'
  }
}

export const fail = (code: ErrorCode, message: string): never => {
  throw new SpmError(code, message)
}
