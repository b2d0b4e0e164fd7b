import { Texts, type Numbers } from './columns.ts'
import type { Dataset } from './dataset.ts'
import { more, type Finding } from './findings.ts'
import { codesIn } from './join-codes.ts'
import type { Table } from './table.ts'

/** Opportunities by credit: a row for each person who has a share in a deal, and one for each deal that is not split. */
export interface Credits {
  /** The row of Opportunities that each row is made of; the rows of one lie side by side. */
  readonly rows: Uint32Array
  /** The person's share; 1 where a deal is not split. */
  readonly share: Float64Array
  /** The person with the credit; the owner of a deal that is not split. */
  readonly person: Texts
  /** Whether a deal has credits of more than 100%. */
  readonly isOver: boolean
}

interface SplitColumns {
  readonly table: Table
  readonly ids: Texts
  readonly person: Texts
  readonly share: Numbers
}

/** The shares of one deal, by the code of the person. */
type Shares = Map<number, number>

/** Three thirds are often written as 33.3%. */
const tolerance = 0.0015

const columnsOf = (data: Dataset): SplitColumns | null => {
  const table = data.table('splits')
  const [ids, person, share] = [
    data.column('splits', 'deal_id'),
    data.column('splits', 'person'),
    data.column('splits', 'credit_pct'),
  ]
  if (table === null || ids === null || person === null || share === null) return null
  return { table, ids, person: person.relabel((name) => data.people.resolve(name)), share }
}

const finding = (table: Table, rows: readonly number[], code: string, field: string, what: string): Finding | null => {
  const [first] = rows
  if (first === undefined) return null
  const [row, column] = [table.sheetRow(first), table.header(field)]
  const text = `"${table.name}", row ${row}, column "${column}": ${what}`
  return { level: 'warn', code, table: table.name, column, row, count: rows.length, text }
}

const noteUnused = (
  data: Dataset,
  { table }: SplitColumns,
  blank: readonly number[],
  stray: readonly number[],
): void => {
  const findings = [
    finding(
      table,
      blank,
      'split-blank',
      'credit_pct',
      `a credit needs an opportunity, a person and a share of 0 or more${more(blank.length)}; it is not used. Fill it in.`,
    ),
    finding(
      table,
      stray,
      'split-without-deal',
      'deal_id',
      `no opportunity has this ID${more(stray.length)}; the credit counts nowhere. Correct it, or give the opportunity.`,
    ),
  ]
  for (const each of findings) if (each !== null) data.note(each)
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`

const noteSums = (
  data: Dataset,
  { table }: SplitColumns,
  wrong: readonly { readonly row: number; readonly id: string; readonly sum: number }[],
): void => {
  const [first] = wrong
  if (first === undefined) return
  const others = wrong.length > 1 ? ` (and those of ${wrong.length - 1} more)` : ''
  const text = `the credits of ${first.id} add up to ${percent(first.sum)}, not 100%${others}. What is missing is credited to nobody, and a team's credit in a deal counts up to 100%. Correct the shares.`
  const rows = wrong.map(({ row }) => row)
  const sums = finding(table, rows, 'split-sum', 'credit_pct', text)
  if (sums !== null) data.note(sums)
}

/** The shares of each deal, by the code of its ID in Opportunities. */
const sharesOf = (data: Dataset, columns: SplitColumns, dealIds: Texts): ReadonlyMap<number, Shares> => {
  const { ids, person, share } = columns
  const codes = codesIn(dealIds, ids)
  const shares = new Map<number, Shares>()
  const firstRow = new Map<number, number>()
  const [blank, stray]: [number[], number[]] = [[], []]
  for (let row = 0; row < ids.length; row++) {
    const deal = codes[ids.code(row)] ?? -1
    if (ids.isBlank(row) || person.isBlank(row) || !(share.at(row) >= 0)) blank.push(row)
    else if (deal < 0) stray.push(row)
    else {
      const own = shares.get(deal) ?? new Map<number, number>()
      own.set(person.code(row), (own.get(person.code(row)) ?? 0) + share.at(row))
      shares.set(deal, own)
      if (!firstRow.has(deal)) firstRow.set(deal, row)
    }
  }
  noteUnused(data, columns, blank, stray)
  const wrong = [...shares].flatMap(([deal, own]) => {
    const sum = sumOf(own)
    return Math.abs(sum - 1) > tolerance ? [{ row: firstRow.get(deal) ?? 0, id: dealIds.label(deal), sum }] : []
  })
  noteSums(data, columns, wrong)
  return shares
}

const sumOf = (own: Shares): number => {
  let sum = 0
  for (const share of own.values()) sum += share
  return sum
}

/** Owners and people with credit under one list of labels. */
const personColumn = (owner: Texts | null, person: Texts, rows: Uint32Array, people: Int32Array): Texts => {
  const owners = owner?.labels ?? ['']
  const codes = rows.map((row, i) => {
    const code = people[i] ?? -1
    return code < 0 ? (owner?.code(row) ?? 0) : owners.length + code
  })
  return new Texts(codes, [...owners, ...person.labels]).relabel((label) => label)
}

/** Reads Splits; `null` without it, or without an ID of the deals that it could refer to. */
export const readCredits = (data: Dataset): Credits | null => {
  const columns = columnsOf(data)
  const dealIds = data.column('deals', 'deal_id')
  if (columns === null || dealIds === null) return null
  const shares = sharesOf(data, columns, dealIds)
  let size = 0
  for (const code of dealIds.codes) size += shares.get(code)?.size ?? 1
  const [rows, people, share] = [new Uint32Array(size), new Int32Array(size).fill(-1), new Float64Array(size).fill(1)]
  let at = 0
  for (let row = 0; row < dealIds.length; row++) {
    const own = shares.get(dealIds.code(row))
    if (own === undefined) rows[at++] = row
    else
      for (const [person, part] of own) {
        rows[at] = row
        people[at] = person
        share[at++] = part
      }
  }
  const person = personColumn(data.column('deals', 'owner'), columns.person, rows, people)
  const isOver = [...shares.values()].some((own) => sumOf(own) > 1 + tolerance)
  return { rows, share, person, isOver }
}
