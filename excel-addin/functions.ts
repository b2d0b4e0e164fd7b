import { civilToday } from '#panel/civil-today.ts'
import { registerFunctions } from './functions/register.ts'
import { runExcel } from './office/run-excel.ts'

/** The functions of this workbook, associated as soon as this file is loaded, so that Excel can call them at once. */
export const functions = registerFunctions({
  runtime: CustomFunctions,
  run: runExcel,
  supports: (set, version) => Office.context.requirements.isSetSupported(set, version),
  today: civilToday,
  later: (run, milliseconds) => {
    setTimeout(run, milliseconds)
  },
  now: () => Date.now(),
})
