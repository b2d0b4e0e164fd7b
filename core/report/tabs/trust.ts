import { dataQuality } from '../../metrics/data-quality.ts'
import type { Metric } from '../../metrics/define.ts'
import { earlyClosers } from '../../metrics/early-closers.ts'
import { forecastDeviation } from '../../metrics/forecast-deviation.ts'
import { overdueDeals } from '../../metrics/overdue-deals.ts'
import { staleDeals } from '../../metrics/stale-deals.ts'
import { trust } from '../../metrics/trust.ts'
import { isNoAnswer } from '../../metrics/value.ts'
import type { PackContext } from '../pack-context.ts'
import type { Block, Tab, TableBlock, TableRow } from '../report.ts'
import { tableFrom, withoutBlankColumns } from '../table-from.ts'
import type { TrustView } from '../trust-view.ts'

const fixesShown = 20

const remarks = (view: TrustView): string[] =>
  view.checks.flatMap(({ check, status, remark }) =>
    typeof remark !== 'string' || remark === '' || isNoAnswer(status ?? null) ? [] : [`${String(check)}: ${remark}`],
  )

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
        rows: view.checks,
        show: ['check', 'status', 'figure', 'watch', 'fix', 'deals', 'value'],
      },
    ),
  ]
}

const byPerson = (pack: PackContext): Block[] => {
  if (pack.data.anyColumn('deals', 'owner') === null) return []
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

const problems: readonly { readonly metric: Metric; readonly problem: string; readonly fix: string }[] = [
  {
    metric: overdueDeals,
    problem: 'Overdue',
    fix: 'Agree on a new date, or close it',
  },
  { metric: staleDeals, problem: 'Not updated', fix: 'Note what happened, or close it' },
  { metric: earlyClosers, problem: 'Due soon, barely begun', fix: 'Move the date, or the stage' },
]

/** Every deal that a check found, once, with what to do about it; the largest first. */
const fixList = (pack: PackContext): TableBlock | null => {
  const found = new Map<string, TableRow>()
  for (const { metric, problem, fix } of problems) {
    const result = pack.ask(metric, 'the fix list')
    for (const row of result?.rows ?? []) {
      const key = `${String(row['id'])} ${String(row['name'])} ${String(row['account'])}`
      const before = found.get(key)
      found.set(
        key,
        before === undefined
          ? { ...row, problem, fix }
          : { ...before, problem: `${String(before['problem'])}; ${problem.toLowerCase()}` },
      )
    }
  }
  const size = (row: TableRow): number => (typeof row['value'] === 'number' ? row['value'] : 0)
  const rows = [...found.values()].sort((a, b) => size(b) - size(a))
  return withoutBlankColumns({
    kind: 'table',
    name: 'fixList',
    title: 'Fix list',
    empty: 'No deal has to be mended.',
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
export const trustTab = (pack: PackContext, view: TrustView): Tab => {
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
      {
        kind: 'banner',
        tone: view.status === 'OK' ? 'good' : view.status === 'Fix' ? 'bad' : 'warn',
        text: view.sentence,
      },
      ...fourChecks(view),
      ...first,
      ...byPerson(pack),
      ...later,
      ...deviation(pack),
      ...quality(pack),
    ],
  }
}
