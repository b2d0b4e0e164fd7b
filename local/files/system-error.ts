/** The code of a failure that the operating system or Node reports, such as `ENOENT`; else its text. */
export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error)
