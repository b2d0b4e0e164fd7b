import { isoDay } from '../cells/day.ts'
import { Numbers, Texts } from './columns.ts'
import { more, type Finding } from './findings.ts'
import { headerKey } from './header.ts'
import {
  listedGrains,
  listPeriods,
  periodKey,
  type ListedGrain,
  type ListedPeriod,
  type ListedPeriods,
} from './listed-periods.ts'
import type { Table } from './table.ts'

interface Row extends ListedPeriod {
  readonly row: number
}

type Note = (finding: Finding) => void

/** What a period is by its length, where no word says it. */
const grainByDays = (days: number): ListedGrain => {
  if (days <= 10) return 'week'
  if (days <= 45) return 'month'
  return days <= 100 ? 'quarter' : 'year'
}

const grainOf = (word: string, days: number): ListedGrain =>
  listedGrains.find((grain) => grain === headerKey(word)) ??
  (headerKey(word) === 'period' ? 'month' : grainByDays(days))

const rowsIn = (table: Table): { readonly rows: readonly Row[]; readonly unread: readonly number[] } => {
  const [period, grain] = [table.read('period'), table.read('grain')]
  const [start, end] = [table.read('start'), table.read('end')]
  const [weeks, workdays] = [table.read('weeks'), table.read('workdays')]
  const rows: Row[] = []
  const unread: number[] = []
  if (!(period instanceof Texts && start instanceof Numbers && end instanceof Numbers)) return { rows, unread }
  const number = (column: unknown, row: number): number => (column instanceof Numbers ? column.at(row) : NaN)
  for (let row = 0; row < table.rows; row++) {
    const [from, to] = [Math.floor(start.at(row)), Math.floor(end.at(row))]
    if (period.isBlank(row) || !(from <= to)) unread.push(row)
    else
      rows.push({
        row,
        label: period.at(row),
        grain: grainOf(grain instanceof Texts ? grain.at(row) : '', to - from + 1),
        start: from,
        end: to,
        weeks: number(weeks, row),
        workdays: number(workdays, row),
      })
  }
  return { rows, unread }
}

const noteRows = (
  table: Table,
  note: Note,
  code: string,
  field: string,
  rows: readonly number[],
  what: string,
): void => {
  const [first] = rows
  if (first === undefined) return
  const [row, column] = [table.sheetRow(first), table.header(field)]
  const text = `"${table.name}", row ${row}, column "${column}": ${what.replace('…', more(rows.length))}`
  note({ level: 'warn', code, table: table.name, column, row, count: rows.length, text })
}

/** The periods of one grain in order, without those that share days or a name with one before. */
const withoutOverlaps = (table: Table, rows: readonly Row[], note: Note): readonly Row[] => {
  const kept: Row[] = []
  const [overlaps, repeats, gaps]: [number[], number[], number[]] = [[], [], []]
  const names = new Set<string>()
  for (const row of [...rows].sort((a, b) => a.start - b.start || a.row - b.row)) {
    const before = kept[kept.length - 1]
    if (names.has(periodKey(row.label))) repeats.push(row.row)
    else if (before !== undefined && row.start <= before.end) overlaps.push(row.row)
    else {
      if (before !== undefined && row.start > before.end + 1) gaps.push(row.row)
      names.add(periodKey(row.label))
      kept.push(row)
    }
  }
  const grain = rows[0]?.grain ?? 'month'
  const startOf = (at: number | undefined): string => {
    const found = rows.find(({ row }) => row === at)
    return found === undefined ? '' : isoDay(found.start)
  }
  noteRows(
    table,
    note,
    `calendar-repeat-${grain}`,
    'period',
    repeats,
    `the ${grain} has the name of another one…, and is not used. Give each period its own name.`,
  )
  noteRows(
    table,
    note,
    `calendar-overlap-${grain}`,
    'start',
    overlaps,
    `the ${grain} begins on ${startOf(overlaps[0])}, before the one before it is over…, and is not used. Correct its first day, or the last day of the other.`,
  )
  noteRows(
    table,
    note,
    `calendar-gap-${grain}`,
    'start',
    gaps,
    `days before ${startOf(gaps[0])} belong to no ${grain}…; there the settings say what the ${grain} is. Let it begin on the day after the one before, or add what is missing.`,
  )
  return kept
}

const fiscalName = /^FY(\d{4})-(?:P(\d{2})|Q([1-4]))$/

/** The name of the quarter, or of the year, that a period belongs to by its own name. */
const wholeOf = (label: string, grain: 'quarter' | 'year'): string | null => {
  const [, year, period, quarter] = fiscalName.exec(periodKey(label)) ?? []
  if (year === undefined) return null
  if (grain === 'year') return `FY${year}`
  return period === undefined || quarter !== undefined ? null : `FY${year}-Q${Math.ceil(Number(period) / 3)}`
}

/** Quarters and years that the table does not list, made of periods whose names say where they belong. */
const madeOf = (parts: readonly ListedPeriod[], grain: 'quarter' | 'year'): readonly ListedPeriod[] => {
  const wholes = new Map<string, ListedPeriod>()
  for (const part of parts) {
    const label = wholeOf(part.label, grain)
    if (label === null) continue
    const known = wholes.get(label)
    wholes.set(label, {
      label,
      grain,
      start: Math.min(known?.start ?? part.start, part.start),
      end: Math.max(known?.end ?? part.end, part.end),
      weeks: NaN,
      workdays: NaN,
    })
  }
  return [...wholes.values()]
}

const complete = (periods: readonly ListedPeriod[]): readonly ListedPeriod[] => {
  const has = (grain: ListedGrain): boolean => periods.some((period) => period.grain === grain)
  const of = (grain: ListedGrain): readonly ListedPeriod[] => periods.filter((period) => period.grain === grain)
  return [
    ...periods,
    ...(has('quarter') ? [] : madeOf(of('month'), 'quarter')),
    ...(has('year') ? [] : madeOf(has('month') ? of('month') : of('quarter'), 'year')),
  ]
}

/** Reads the table Calendar; `null` without it, or without any row that names a period and its days. */
export const readCalendar = (table: Table | null, note: Note): ListedPeriods | null => {
  if (table === null) return null
  const { rows, unread } = rowsIn(table)
  noteRows(
    table,
    note,
    'calendar-row',
    'period',
    unread,
    'a period needs a name, a first day, and a last day that is no earlier…; it is not used. Fill them in.',
  )
  const kept = listedGrains.flatMap((grain) =>
    withoutOverlaps(
      table,
      rows.filter((row) => row.grain === grain),
      note,
    ),
  )
  return kept.length === 0 ? null : listPeriods(complete(kept))
}
