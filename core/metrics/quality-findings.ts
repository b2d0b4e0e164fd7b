import type { Dataset } from '../dataset/dataset.ts'
import type { Finding } from '../dataset/findings.ts'
import { SpmError } from '../errors.ts'
import { ratio } from './value.ts'

const labels: Readonly<Record<string, string>> = {
  unreadable: 'Cell cannot be read',
  'date-order': 'Date reads in two ways',
  decimal: 'Number reads in two ways',
  'lost-digits': 'ID has lost digits',
  'probability-range': 'Probability is outside 0 to 100%',
}

/** Reads every column, so that what is found does not depend on which ones were read before. */
const readAll = (data: Dataset, fields: readonly string[]): void => {
  for (const field of fields)
    try {
      data.anyColumn('deals', field)
    } catch (error) {
      if (!(error instanceof SpmError)) throw error
    }
}

/** What reading the columns has shown, one row per finding. It concerns the whole table, whatever the scope. */
export const findingRows = (data: Dataset, fields: readonly string[]) => {
  const table = data.table('deals')
  if (table === null) return []
  readAll(data, fields)
  const headers = new Set(fields.filter((field) => table.has(field)).map((field) => table.header(field)))
  const concerns = ({ table: name, code, column }: Finding): boolean =>
    name === table.name && code in labels && column !== null && headers.has(column)
  return data
    .findings()
    .filter(concerns)
    .map(({ code, count, row, column }) => ({
      check: labels[code] ?? code,
      rows: count,
      share: ratio(count, table.rows, 'The table has no rows.'),
      example: row === null ? null : `Row ${row}`,
      column,
    }))
}
