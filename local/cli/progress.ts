import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Io } from './io.ts'

const noticeMs = 1000

export interface Progress {
  /** Says what is being done, once the command has taken over a second. */
  step(text: string): Promise<void>
  end(): void
}

const silent: Progress = { step: () => Promise.resolve(), end: () => undefined }

export const startProgress = (io: Io, quiet: boolean): Progress => {
  if (quiet) return silent
  const start = performance.now()
  let timer: NodeJS.Timeout | undefined
  return {
    step: async (text) => {
      clearTimeout(timer)
      const left = noticeMs - (performance.now() - start)
      if (left <= 0) io.err(`${text} …\n`)
      else
        timer = setTimeout(() => {
          io.err(`${text} …\n`)
        }, left)
      await nextTurn()
    },
    end: () => {
      clearTimeout(timer)
    },
  }
}
