import { isFault } from '#core/cells/grid'
import type { Day } from '#core/cells/day'
import type { Dataset } from '#core/dataset/dataset'
import { reopener } from '#core/dataset/recent'
import type { Source } from '#core/dataset/source'
import { tables as schemas, type TableName } from '#core/dataset/tables/index'
import { SpmError } from '#core/errors'
import type { Metric } from '#core/metrics/define'
import { runMetric } from '#core/metrics/run'
import { readHeaders } from '#core/metrics/shown-cells'
import { tablesRead } from '#core/metrics/tables-read'
import { firstRowOf } from '../workbook/read-addresses.ts'
import type { Book, BookTables } from '../workbook/read-book.ts'
import type { Given, GivenRange } from './read-arguments.ts'
import { showAnswer, showError, type Shown } from './show-answer.ts'

/** What the asker needs of Excel. */
export interface AskOptions {
  readonly book: Book
  /** The civil day that it is here. */
  readonly today: () => Day
  /** Whether this Excel shows numbers with the format that they bring along. */
  readonly formatted: boolean
}

/** The buttons by which a person says which range a table is. */
const howToSettle =
  'Select a cell of the right one, right-click and choose “Use as SPM table”; or open the panel (Home, Open panel) and choose it under Data.'

const sourceOf = (table: TableName, { grid, address }: GivenRange): Source => ({
  name: address ?? schemas[table].title,
  grid,
  ...(address !== null && { firstRow: firstRowOf(address) }),
})

/** What is open about a table that the answer reads and the formula does not give. */
const refuseOpen = (metric: Metric, given: Given, { questions }: BookTables): void => {
  const reads = tablesRead(metric)
  const isOpen = (table: TableName): boolean => reads.has(table) && given.tables[table] === undefined
  const question = questions.find(({ tables }) => tables.some(isOpen))
  if (question === undefined) return
  const names = question.tables.map((table) => schemas[table].title).join(' or ')
  const ranges = question.ranges.map((range) => `"${range}"`).join(' and ')
  throw new SpmError('conflict', ranges === '' ? question.text : `${ranges} could be ${names}. ${howToSettle}`)
}

const refuseMissing = (metric: Metric, tables: Readonly<Partial<Record<TableName, Source>>>): void => {
  for (const param of Object.values(metric.params)) {
    if (param.type !== 'table' || param.optional || tables[param.table] !== undefined) continue
    const { title } = schemas[param.table]
    throw new SpmError(
      'missing-table',
      `No range of this workbook is the table ${title}. Give its range, or: ${howToSettle}`,
      {
        table: param.table,
        field: null,
      },
    )
  }
}

const refuseFaults = ({ args, headers }: Given): void => {
  for (const [name, value] of Object.entries({ ...args, headers }))
    if (isFault(value)) throw new SpmError('argument', `${name} is ${value.fault}; correct that cell first.`)
}

/** Answers formulas from the ranges they give and, for the rest, from the tables of the workbook. */
export class Asker {
  /** How many times the cells were read anew, because some had changed or other tables were asked for. */
  openings = 0
  private readonly reopen = reopener()

  constructor(private readonly options: AskOptions) {}

  /** The dataset that answers, the same one as long as no cell of it changes. */
  async open(metric: Metric, given: Given): Promise<Dataset> {
    refuseFaults(given)
    const found = await this.options.book.tables(tablesRead(metric))
    refuseOpen(metric, given, found)
    const own = Object.entries(given.tables) as [TableName, GivenRange][]
    const tables = { ...found.tables, ...Object.fromEntries(own.map(([name, range]) => [name, sourceOf(name, range)])) }
    refuseMissing(metric, tables)
    const { data, isSame } = this.reopen({ tables, today: this.options.today() })
    if (!isSame) this.openings += 1
    return data
  }

  answer(metric: Metric, given: Given, data: Dataset): Shown {
    const headers = readHeaders(given.headers)
    const { scope, ...args } = given.args
    const answer = runMetric(metric, data, isGiven(scope) ? { ...args, scope: String(scope) } : args)
    return showAnswer(answer, headers, this.options.formatted)
  }
}

const isGiven = (value: unknown): boolean => value !== null && value !== undefined && value !== ''

/** An expected failure as a formula shows it; anything else with its own words. */
export const showFailure = (error: unknown): Shown => {
  if (error instanceof SpmError) return showError(error.code, error.message)
  const message = error instanceof Error ? error.message : String(error)
  return { error: 'invalidValue', sentence: message }
}
