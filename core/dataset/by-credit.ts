import { Numbers, Texts } from './columns.ts'
import type { Credits } from './credits.ts'
import type { ColumnFor, Dataset } from './dataset.ts'
import { isMoney, type AnyColumn } from './schema.ts'
import { seenAs } from './seen-as.ts'
import { kindOf, type FieldName, type TableName } from './tables/index.ts'

const shareOut = (column: Numbers, share: Float64Array): Numbers =>
  column.map((value, row) => value * (share[row] ?? 1))

/** The team or region of the person with the credit as People says; where it says nothing, that of the deal. */
const throughPerson = (data: Dataset, { person, rows }: Credits, field: 'team' | 'region'): Texts | null => {
  const column = data.anyColumn('deals', field)
  const own = column instanceof Texts ? column.pick(rows) : null
  const of = field === 'team' ? data.people.teamOf : data.people.regionOf
  if (!data.people.known || (field === 'region' && data.table('deals')?.has('region') === true)) return own
  const named = person.labels.map(of)
  const offset = own?.labels.length ?? 1
  const codes = Uint32Array.from(rows, (_, row) =>
    named[person.code(row)] === '' ? (own?.code(row) ?? 0) : offset + person.code(row),
  )
  return new Texts(codes, [...(own?.labels ?? ['']), ...named]).relabel((label) => label)
}

const readColumn = (data: Dataset, credits: Credits, field: string): AnyColumn | null => {
  if (field === 'owner') return credits.person
  if (field === 'team' || field === 'region') return throughPerson(data, credits, field)
  const picked = data.anyColumn('deals', field)?.pick(credits.rows) ?? null
  return picked instanceof Numbers && isMoney(kindOf('deals', field)) ? shareOut(picked, credits.share) : picked
}

/** The credits of some of the rows. */
export const pickCredits = (credits: Credits | null, rows: Uint32Array | null): Credits | null =>
  credits === null || rows === null
    ? credits
    : {
        ...credits,
        rows: rows.map((row) => credits.rows[row] ?? 0),
        share: Float64Array.from(rows, (row) => credits.share[row] ?? 1),
        person: credits.person.pick(rows),
      }

/** The same tables with opportunities by credit: the owner is the person with the credit, and money is that person's share. */
export const byCreditOf = (whole: Dataset, credits: Credits): Dataset => {
  const columns = new Map<string, AnyColumn | null>()
  const credited: Dataset = {
    ...whole,
    get whole() {
      return credited
    },
    credits,
    rows: (name) => (name === 'deals' ? credits.rows.length : whole.rows(name)),
    column: <N extends TableName, F extends FieldName<N>>(name: N, field: F) =>
      credited.anyColumn(name, field) as ColumnFor<N, F> | null,
    anyColumn: (name, field) => {
      if (name !== 'deals') return whole.anyColumn(name, field)
      const known = columns.get(field)
      if (known !== undefined) return known
      const column = readColumn(whole, credits, field)
      columns.set(field, column)
      return column
    },
    sheetRow: (name, row) => whole.sheetRow(name, name === 'deals' ? (credits.rows[row] ?? row) : row),
    within: (scope) => whole.within(scope).byCredit(),
    byCredit: () => credited,
    byDeal: () => whole,
    seen: (view) => (whole.table('fx') === null ? seenAs(credited, view) : whole.seen(view).byCredit()),
  }
  return credited
}
