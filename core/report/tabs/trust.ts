import { dataQuality } from '../../metrics/data-quality.ts'
import type { Metric } from '../../metrics/define.ts'
import { earlyClosers } from '../../metrics/early-closers.ts'
import { forecastDeviation } from '../../metrics/forecast-deviation.ts'
import { overdueDeals } from '../../metrics/overdue-deals.ts'
import { staleDeals } from '../../metrics/stale-deals.ts'
import { trust } from '../../metrics/trust.ts'
import { isNoAnswer } from '../../metrics/value.ts'
import { withDealNames } from '../deal-names.ts'
import type { PackContext } from '../pack-context.ts'
import type { Block, Tab, TableBlock, TableRow } from '../report.ts'
import { tableFrom, withoutBlankColumns } from '../table-from.ts'
import type { TrustView } from '../trust-view.ts'
import { trustBanners } from './trust-banners.ts'

const fixesShown = 20

/** What each check has to say; of a check without an answer, why. */
const remarks = (view: TrustView): string[] =>
  view.checks.flatMap(({ check, status = null, remark }) => {
    const text = isNoAnswer(status) ? `no answer. ${status.noAnswer}` : remark
    return typeof text === 'string' && text !== '' ? [`${String(check)}: ${text}`] : []
  })

const withoutReasons = (row: TableRow): TableRow =>
  isNoAnswer(row['status']) ? { ...row, status: 'No answer', figure: null } : row

const fourChecks = (view: TrustView): Block[] => {
  if (view.result === null) return []
  const notes = [...view.result.notes, ...remarks(view)]
  return [
    tableFrom(
      { ...view.result, notes },
      {
        name: 'trust',
        title: 'The four checks',
        empty: '',
        rows: view.checks.map(withoutReasons),
        show: ['check', 'status', 'figure', 'watch', 'fix', 'deals', 'value'],
      },
    ),
  ]
}

const byPerson = (pack: PackContext): Block[] => {
  if (pack.lacks('deals', 'owner', 'trust by person')) return []
  const result = pack.ask(trust, 'trust by person', { by: 'owner' })
  if (result === null) return []
  return [
    withoutBlankColumns(
      tableFrom(result, {
        name: 'trustByPerson',
        title: 'Whose numbers can the team use?',
        empty: 'There is no open opportunity.',
        limit: 30,
        columns: { toFix: { rule: { kind: 'dataBar' } } },
      }),
    ),
  ]
}

interface Problem {
  readonly metric: Metric
  readonly part: string
  readonly problem: string
  readonly fix: string
}

const problems: readonly Problem[] = [
  {
    metric: overdueDeals,
    part: 'overdue deals',
    problem: 'Overdue',
    fix: 'Agree on a new date, or close it',
  },
  {
    metric: staleDeals,
    part: 'deals that nobody updated',
    problem: 'Not updated',
    fix: 'Note what happened, or close it',
  },
  {
    metric: earlyClosers,
    part: 'deals that are due soon and barely begun',
    problem: 'Due soon, barely begun',
    fix: 'Move the date, or the stage',
  },
]

const keyOf = (row: TableRow): string => `${String(row['id'])} ${String(row['name'])} ${String(row['account'])}`

const size = (row: TableRow): number => (typeof row['value'] === 'number' ? row['value'] : -Infinity)

/** The largest first; equal ones by their key, so that the order never depends on the file. */
const bySize = (a: TableRow, b: TableRow): number =>
  size(b) === size(a) ? (keyOf(a) < keyOf(b) ? -1 : 1) : size(b) - size(a)

/** Every deal that a check found, once, with all that is wrong with it, and what to do about the first of it. */
const findProblems = (pack: PackContext): { readonly rows: readonly TableRow[]; readonly asked: number } => {
  const found = new Map<string, TableRow>()
  let asked = 0
  for (const { metric, part, problem, fix } of problems) {
    const result = pack.ask(metric, part)
    if (result !== null) asked++
    for (const row of result?.rows ?? []) {
      const before = found.get(keyOf(row))
      const rest =
        before === undefined ? { problem, fix } : { problem: `${String(before['problem'])}; ${problem.toLowerCase()}` }
      found.set(keyOf(row), { ...(before ?? row), ...rest })
    }
  }
  return { rows: [...withDealNames([...found.values()])].sort(bySize), asked }
}

/** `null` where none of the checks could be made. */
const fixList = (pack: PackContext): TableBlock | null => {
  const { rows, asked } = findProblems(pack)
  if (asked === 0) return null
  return withoutBlankColumns({
    kind: 'table',
    name: 'fixList',
    title: 'Fix list',
    empty:
      asked === problems.length ? 'No deal has to be mended.' : 'The checks that could be made found no deal to mend.',
    notes: [],
    total: false,
    rows: rows.slice(0, fixesShown),
    hidden: Math.max(0, rows.length - fixesShown),
    columns: [
      { key: 'name', label: 'Deal', kind: 'text' },
      { key: 'account', label: 'Account', kind: 'text' },
      { key: 'owner', label: 'Owner', kind: 'text' },
      { key: 'stage', label: 'Stage', kind: 'text' },
      { key: 'value', label: 'Value', kind: 'money' },
      { key: 'problem', label: 'What is wrong', kind: 'text', width: 24 },
      { key: 'fix', label: 'What to do', kind: 'text', width: 34 },
      { key: 'until', label: 'Fixed until', kind: 'date', input: 'date' },
    ],
  })
}

const deviation = (pack: PackContext): Block[] => {
  const result = pack.ask(forecastDeviation, 'forecast deviation', { months: 6 })
  if (result === null || result.rows.length === 0) return []
  return [
    tableFrom(result, {
      name: 'deviation',
      title: 'Forecast at the start of the month against what was won',
      empty: '',
      show: ['month', 'snapshot', 'forecast', 'actual', 'state'],
      extra: [
        { key: 'difference', label: 'Deviation', kind: 'money', formula: { difference: ['actual', 'forecast'] } },
        { key: 'rate', label: 'Deviation %', kind: 'points', formula: { ratio: ['difference', 'forecast'] } },
      ],
      charts: [
        {
          kind: 'column',
          title: 'Forecast at start of month and actual',
          alt: 'Paired columns by month: what was forecast at the start of the month, and what was won in it.',
          category: 'month',
          series: [
            { key: 'forecast', colour: 'pipeline' },
            { key: 'actual', colour: 'won' },
          ],
        },
      ],
    }),
  ]
}

const quality = (pack: PackContext): Block[] => {
  const result = pack.ask(dataQuality, 'data quality')
  if (result === null) return []
  const rows = result.rows.filter((row) => row['rows'] !== 0)
  return [
    tableFrom(result, {
      name: 'dataQuality',
      title: 'What else is odd in the data',
      empty: 'Nothing else is odd.',
      rows,
      columns: { example: { width: 34 } },
    }),
  ]
}

/** Can we use these numbers? Always the first part. */
export const trustTab = (pack: PackContext, view: TrustView, doubts: readonly string[]): Tab => {
  const fixes = fixList(pack)
  const first = view.status === 'Fix' && fixes !== null ? [fixes] : []
  const later = view.status === 'Fix' || fixes === null ? [] : [fixes]
  return {
    key: 'trust',
    label: '0 Trust',
    title: 'Trust',
    purpose: 'Can we use these numbers?',
    colour: 'trust',
    provisional: false,
    blocks: [
      ...trustBanners(view, doubts),
      ...fourChecks(view),
      ...first,
      ...byPerson(pack),
      ...later,
      ...deviation(pack),
      ...quality(pack),
    ],
  }
}
