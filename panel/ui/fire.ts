/** Starts work whose outcome stands in the session's state; what escapes from there goes to the page's error handler. */
export const fire = (work: Promise<unknown>): void => {
  work.catch((error: unknown) => {
    reportError(error)
  })
}
