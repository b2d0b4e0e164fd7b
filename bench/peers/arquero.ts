import { table, type ColumnTable } from 'arquero'
import { readColumns } from '../columns.ts'
import { measured } from '../measure.ts'
import type { Answers } from '../questions.ts'
import type { TableName } from '../tables.ts'
import { Words } from '../words.ts'
import type { Workload } from '../workload.ts'
import { flow } from './arquero/flow.ts'
import { dealsOf, stock, type Tables } from './arquero/stock.ts'

/** Arquero on typed arrays and codes of words, which it takes over as they are. */
const ingest = (workload: Workload): Tables => {
  const words = new Words()
  const columns = Object.entries(readColumns(workload, words))
  return {
    tables: Object.fromEntries(columns.map(([name, each]) => [name, table(each)])) as Record<TableName, ColumnTable>,
    words,
  }
}

const query = (tables: Tables): Answers => {
  const deals = dealsOf(tables)
  return { ...stock(tables, deals), ...flow(tables, deals) }
}

export const run = measured({ ingest, query })
