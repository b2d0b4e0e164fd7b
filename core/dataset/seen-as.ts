import type { DataView, Dataset } from './dataset.ts'

/** The same columns under another as-of day, where no amount is converted. */
export const seenAs = (data: Dataset, view: DataView): Dataset => ({
  ...data,
  ...view,
  calendar: { ...data.calendar, asOf: view.asOf },
})
