import { SpmError } from '#core/errors'
import { PortError } from '../port.ts'

/** What went wrong, as a person is told. */
export interface Trouble {
  /** What happened, why, and what to do. */
  readonly sentence: string
  /** For "Copy details"; empty where the sentence says everything. */
  readonly details: string
  readonly cancelled: boolean
}

const unexpected =
  'Something went wrong that should not have. Nothing more was done. Try again; if it happens again, copy the details and send them to support.'

const stackOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))

/** Every failure as one sentence; what nobody expected keeps its trace for whoever helps. */
export const troubleOf = (error: unknown): Trouble => {
  if (error instanceof PortError)
    return { sentence: error.message, details: error.details, cancelled: error.code === 'cancelled' }
  if (error instanceof SpmError) return { sentence: error.message, details: '', cancelled: false }
  if (error instanceof Error && error.name === 'AbortError')
    return { sentence: 'Cancelled.', details: '', cancelled: true }
  return { sentence: unexpected, details: stackOf(error), cancelled: false }
}
