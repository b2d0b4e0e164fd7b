import { PortError } from '../port.ts'

/** Longest stretch of work without a chance to paint, in milliseconds. */
const longest = 40

const cancelled = (): PortError => new PortError('cancelled', 'Cancelled. Nothing was changed.')

export const refuseCancelled = (signal: AbortSignal): void => {
  if (signal.aborted) throw cancelled()
}

/** Lets the host paint and take clicks. */
export const pause = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 0))
}

/** Runs work that comes in steps, pausing between them often enough for the panel to stay alive. */
export const inPieces = async <S, R>(
  steps: Iterator<S, R, undefined>,
  signal: AbortSignal,
  after: (step: S) => void,
): Promise<R> => {
  let began = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    if (performance.now() - began < longest) continue
    after(step.value)
    await pause()
    refuseCancelled(signal)
    began = performance.now()
  }
}
