/** Runs something later, such as `setTimeout`. */
export type Later = (run: () => void, milliseconds: number) => void

/** Long enough for a burst of edits, short enough to be felt as at once. */
const quietMilliseconds = 150

/** While edits go on, answers come at least this often. */
const longestMilliseconds = 600

/**
 * Gathers changes that come in bursts: `act` runs once they pause, at the latest some time after the first, and never
 * twice at a time.
 */
export const gather = (act: () => Promise<void>, later: Later, now: () => number): (() => void) => {
  let state: 'idle' | 'waiting' | 'acting' | 'acting, and changed since' = 'idle'
  let [first, last] = [0, 0]
  const start = (): void => {
    state = 'acting'
    void act().finally(() => {
      if (state === 'acting') state = 'idle'
      else wait()
    })
  }
  const wait = (): void => {
    state = 'waiting'
    const due = Math.min(last + quietMilliseconds, first + longestMilliseconds)
    if (due <= now()) start()
    else later(wait, due - now())
  }
  return () => {
    last = now()
    if (state === 'waiting') return
    if (state !== 'acting, and changed since') first = last
    if (state === 'idle') wait()
    else state = 'acting, and changed since'
  }
}
