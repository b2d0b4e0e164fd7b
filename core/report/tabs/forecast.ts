import { forecast } from '../../metrics/forecast.ts'
import { pace } from '../../metrics/pace.ts'
import type { Result } from '../../metrics/run.ts'
import { isoRange } from '../iso-range.ts'
import type { PackContext } from '../pack-context.ts'
import type { Block, ChartSpec, Tab, TableColumn, TableRow } from '../report.ts'
import { tableFrom, withoutBlankColumns } from '../table-from.ts'

const part = 'forecast against target'
const stages = ['won', 'commit', 'best', 'pipeline'] as const
const parts = [...stages, 'target'] as const
const sums = Object.fromEntries(parts.map((key) => [key, { total: 'sum' as const }]))

const hasTarget = (result: Result): boolean => result.rows.some((row) => typeof row['target'] === 'number')

/** Target minus what is won and committed: positive is still missing. */
const missing = (result: Result, from: string): readonly TableColumn[] =>
  hasTarget(result)
    ? [{ key: 'missing', label: 'Still missing', kind: 'money', formula: { difference: ['target', from] } }]
    : []

const monthCharts = (targets: boolean): readonly ChartSpec[] => [
  {
    kind: 'stackedColumn',
    title: 'Won, commit, best case and pipeline by month',
    alt: 'Stacked columns by month: what is won, and the open deals by forecast category.',
    category: 'month',
    series: [
      { key: 'won', colour: 'won' },
      { key: 'commit', colour: 'commit' },
      { key: 'best', colour: 'best' },
      { key: 'pipeline', colour: 'pipeline' },
    ],
  },
  ...(targets
    ? [
        {
          kind: 'columnLine' as const,
          title: 'Won and committed against target',
          alt: 'Columns by month: what is won and committed; a line: the target.',
          category: 'month',
          series: [
            { key: 'expected', colour: 'actual' as const },
            { key: 'target', colour: 'target' as const, line: true },
          ],
        },
      ]
    : []),
]

/** Deals that were due before these months, as one row in front of them. */
const withOverdue = (rows: readonly TableRow[], first: string): readonly TableRow[] => {
  const late = rows.filter((row) => String(row['month']) < first)
  if (late.length === 0) return rows
  const sum = (key: string): number =>
    late.reduce((total, row) => total + (typeof row[key] === 'number' ? row[key] : 0), 0)
  const overdue = { month: `Due before ${first}`, ...Object.fromEntries(stages.map((key) => [key, sum(key)])) }
  return [overdue, ...rows.filter((row) => String(row['month']) >= first)]
}

/** The months of this quarter and the next, in order. */
const monthsOf = (pack: PackContext): readonly string[] => {
  const [first, last] = [pack.quarter(0).start, pack.quarter(1).end]
  const around = Array.from({ length: 8 }, (_, i) => pack.month(i - 2))
  return around.filter(({ start, end }) => start >= first && end <= last).map(({ label }) => label)
}

const quiet: TableRow = { won: 0, commit: 0, best: 0, pipeline: 0 }

/** A row for every month, those without a deal too: charts over time have no gaps. */
const withQuietMonths = (rows: readonly TableRow[], months: readonly string[]): readonly TableRow[] => [
  ...rows.filter((row) => !months.includes(String(row['month']))),
  ...months.map((month) => rows.find((row) => row['month'] === month) ?? { month, ...quiet }),
]

/** This quarter and the next, month by month, each deal in one column only. */
const byMonth = (pack: PackContext): Block | null => {
  const period = isoRange({ start: pack.quarter(0).start, end: pack.quarter(1).end })
  const months = monthsOf(pack)
  const result = pack.ask(forecast, part, { period, by: 'month', rollup: 'single' })
  if (result === null || result.rows.length === 0) return null
  return withoutBlankColumns(
    tableFrom(result, {
      name: 'forecastByMonth',
      title: 'This quarter and the next, by month',
      empty: 'Nothing is due in these months.',
      rows: withOverdue(withQuietMonths(result.rows, months), months[0] ?? ''),
      show: ['month', ...parts],
      columns: sums,
      total: true,
      extra: [
        { key: 'expected', label: 'Won and committed', kind: 'money', formula: { sum: ['won', 'commit'] } },
        ...missing(result, 'expected'),
      ],
      charts: monthCharts(hasTarget(result)),
    }),
  )
}

/** Each column holds what is surer as well: best case is won, commit and best case. */
const byOwner = (pack: PackContext, steps: number): Block | null => {
  if (pack.lacks('deals', 'owner', 'the forecast by person')) return null
  const quarter = pack.quarter(steps)
  const result = pack.ask(forecast, part, { period: isoRange(quarter) })
  if (result === null || result.rows.length === 0) return null
  return withoutBlankColumns(
    tableFrom(result, {
      name: steps === 0 ? 'forecastThisQuarter' : 'forecastNextQuarter',
      title: `${quarter.label} by person, each column on top of the one before`,
      empty: '',
      show: ['owner', ...parts],
      columns: sums,
      total: true,
      limit: 40,
      extra: [
        ...missing(result, 'commit'),
        ...(hasTarget(result)
          ? [
              {
                key: 'met',
                label: 'Commit ÷ target',
                kind: 'percent' as const,
                formula: { ratio: ['commit', 'target'] as const },
                rule: { kind: 'icons' as const, from: 0.9, to: 1 },
              },
            ]
          : []),
      ],
    }),
  )
}

const yearPace = (pack: PackContext): Block | null => {
  if (pack.data.table('targets') === null) return null
  const result = pack.ask(pace, 'pace')
  if (result === null) return null
  return withoutBlankColumns(tableFrom(result, { name: 'pace', title: 'Pace of the fiscal year', empty: '' }))
}

/** Is the short-term forecast in line with the target? */
export const forecastTab = (pack: PackContext): Tab | null => {
  const blocks = [byMonth(pack), byOwner(pack, 0), byOwner(pack, 1), yearPace(pack)].filter((block) => block !== null)
  if (blocks.length === 0) return null
  return {
    key: 'forecast',
    label: '1 Forecast',
    title: 'Forecast',
    purpose: 'Is the short-term forecast in line with the target?',
    colour: 'ahead',
    provisional: false,
    blocks,
  }
}
