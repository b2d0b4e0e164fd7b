import { dayOf, type Day } from '#core/cells/day'
import { registerFunctions, type Functions } from './functions/register.ts'
import { runExcel } from './office/run-excel.ts'

const today = (): Day => {
  const now = new Date()
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate())
}

/** Associates the functions in the page that Excel runs them in; with all of core, so a chunk that is loaded by itself. */
export const startFunctions = (): Functions =>
  registerFunctions({
    runtime: CustomFunctions,
    run: runExcel,
    supports: (set, version) => Office.context.requirements.isSetSupported(set, version),
    today,
    later: (run, milliseconds) => void setTimeout(run, milliseconds),
    now: Date.now,
  })
