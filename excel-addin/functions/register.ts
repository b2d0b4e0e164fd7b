import type { Day } from '#core/cells/day'
import { Book } from '../workbook/read-book.ts'
import type { RunExcel } from '../office/run-excel.ts'
import { watchBook } from '../workbook/watch-book.ts'
import { Asker, showFailure } from './ask.ts'
import { Calls } from './calls.ts'
import { familyOf } from './families/index.ts'
import { gather, type Later } from './follow.ts'
import { loadMetric } from './load-metric.ts'
import type { Shown } from './show-answer.ts'

type Runtime = typeof CustomFunctions
type Live = CustomFunctions.StreamingInvocation<unknown>

/** What the functions need of the page that they run in. */
export interface FunctionsEnvironment {
  readonly runtime: Runtime
  readonly run: RunExcel
  /** Whether this Excel has a requirement set, such as `CustomFunctionsRuntime` `1.4`. */
  readonly supports: (set: string, version: string) => boolean
  readonly today: () => Day
  readonly later: Later
  readonly now: () => number
}

/** The functions at work. */
export interface Functions {
  /** Names of the functions, as `functions.json` has them. */
  readonly ids: readonly string[]
  /** How many formulas follow the workbook. */
  readonly following: () => number
  /** How many times cells were read anew; equal ranges are read once, however many formulas name them. */
  readonly openings: () => number
  /** Reads the tables again and answers every formula that follows them; for changes that Excel does not tell of. */
  refresh(): Promise<void>
}

const showIn =
  (live: Live, { Error: FunctionError, ErrorCode }: Runtime) =>
  (shown: Shown): void => {
    live.setResult('rows' in shown ? shown.rows : new FunctionError(ErrorCode[shown.error], shown.sentence))
  }

/** Several parts want to know when a call is cancelled; Excel tells one. */
const cancelledBy = (live: Live): ((cancel: () => void) => void) => {
  const listeners: (() => void)[] = []
  live.onCanceled = () => {
    for (const listener of listeners) listener()
  }
  return (cancel) => void listeners.push(cancel)
}

/**
 * Associates every metric with its function. A function sets its result once; called without any range, it follows the
 * tables of the workbook by one watcher that all of them share.
 */
export const registerFunctions = (environment: FunctionsEnvironment): Functions => {
  const { runtime, run, supports, today, later, now } = environment
  const book = new Book(run)
  const asker = new Asker({ book, today, formatted: supports('CustomFunctionsRuntime', '1.4') })
  const calls = new Calls(asker, run)
  const changed = gather(() => calls.refresh(), later, now)
  let watching: Promise<void> | null = null
  const watch = (): void => {
    watching ??= watchBook(run, (sheet) => {
      book.forget(sheet)
      changed()
    }).catch(() => {
      watching = null
    })
  }
  const call = (name: string, given: readonly unknown[]): void => {
    const live = given.at(-1) as Live
    const [show, whenCancelled] = [showIn(live, runtime), cancelledBy(live)]
    let isWanted = true
    whenCancelled(() => {
      isWanted = false
    })
    watch()
    loadMetric(name).then(
      (metric) => {
        if (!isWanted) return
        const [values, addresses] = [given.slice(0, -1), live.parameterAddresses ?? []]
        calls.start({ metric, values, addresses, show, whenCancelled })
      },
      (error: unknown) => {
        if (isWanted) show(showFailure(error))
      },
    )
  }
  const ids = Object.keys(familyOf)
  for (const name of ids)
    runtime.associate(name, (...given: readonly unknown[]) => {
      call(name, given)
    })
  return {
    ids,
    following: () => calls.following,
    openings: () => asker.openings,
    refresh: () => {
      book.forget(null)
      return calls.refresh()
    },
  }
}
