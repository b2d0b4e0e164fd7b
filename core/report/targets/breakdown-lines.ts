import type { FormatName } from '../instructions.ts'
import { daysPerMonth, lagOfCycle } from '../../targets/creation.ts'
import { marginAfter } from '../../targets/margin.ts'
import type { Model, Segment } from '../../targets/model.ts'
import type { ModelKey, SegmentKey } from '../../targets/parameters.ts'
import type { Branch, Tree } from '../../targets/tree.ts'

export type BreakdownKey =
  | 'mix'
  | 'target'
  | 'winRate'
  | 'deals'
  | 'opportunities'
  | 'pipeline'
  | 'coverage'
  | 'firstMeetings'
  | 'contacts'
  | 'progressMeetings'
  | 'meetings'
  | 'hours'
  | 'open'
  | 'openValue'
  | 'margin'
  | 'lag'

/** How a segment's formula names its inputs and the rows above it. */
export interface Names {
  of(key: SegmentKey): string
  all(key: ModelKey): string
  row(key: BreakdownKey): string
}

export interface BreakdownLine {
  readonly key: BreakdownKey
  readonly label: string
  readonly format: FormatName
  /** The cells that it needs, and what it does with them. */
  needs(names: Names): readonly string[]
  formula(names: Names): string
  value(branch: Branch, segment: Segment, model: Model): number
  /** That of the whole; left out, the segments add up; `null`: there is none. */
  readonly whole?: ((row: (key: BreakdownKey) => string, range: (key: BreakdownKey) => string) => string) | null
  valueOfAll(tree: Tree): number
}

export const daysText = String(daysPerMonth)

/** From money to meetings, each row out of Params and the rows above it. */
export const breakdownLines: readonly BreakdownLine[] = [
  {
    key: 'mix',
    label: 'Share of the target',
    format: 'percent',
    needs: ({ of }) => [of('mix')],
    formula: ({ of }) => of('mix'),
    value: (_, { values }) => values.mix,
    valueOfAll: () => 1,
  },
  {
    key: 'target',
    label: 'New sales',
    format: 'money',
    needs: ({ all, row }) => [all('target'), all('secured'), row('mix')],
    formula: ({ all, row }) => `MAX(0,${all('target')}-${all('secured')})*${row('mix')}`,
    value: ({ target }) => target,
    valueOfAll: ({ total }) => total.target,
  },
  {
    key: 'winRate',
    label: 'Win rate',
    format: 'percent',
    needs: ({ of, all }) => [of('win_rate'), all('virtual_penalty'), all('virtual_share')],
    formula: ({ of, all }) => `${of('win_rate')}*(1-${all('virtual_penalty')}*${all('virtual_share')})`,
    value: ({ winRate }) => winRate,
    whole: (row) => `${row('deals')}/${row('opportunities')}`,
    valueOfAll: ({ total }) => total.winRate,
  },
  {
    key: 'deals',
    label: 'Deals to win',
    format: 'decimal',
    needs: ({ of, row }) => [row('target'), of('avg_deal')],
    formula: ({ of, row }) => `${row('target')}/${of('avg_deal')}`,
    value: ({ deals }) => deals,
    valueOfAll: ({ total }) => total.deals,
  },
  {
    key: 'opportunities',
    label: 'Opportunities to create',
    format: 'decimal',
    needs: ({ row }) => [row('deals'), row('winRate')],
    formula: ({ row }) => `${row('deals')}/${row('winRate')}`,
    value: ({ opportunities }) => opportunities,
    valueOfAll: ({ total }) => total.opportunities,
  },
  {
    key: 'pipeline',
    label: 'Pipeline to create',
    format: 'money',
    needs: ({ of, row }) => [row('opportunities'), of('avg_deal'), of('shrink')],
    formula: ({ of, row }) => `${row('opportunities')}*${of('avg_deal')}/${of('shrink')}`,
    value: ({ pipeline }) => pipeline,
    valueOfAll: ({ total }) => total.pipeline,
  },
  {
    key: 'coverage',
    label: 'Coverage needed',
    format: 'ratio',
    needs: ({ of, row }) => [row('winRate'), of('shrink')],
    formula: ({ of, row }) => `1/(${row('winRate')}*${of('shrink')})`,
    value: ({ coverage }) => coverage,
    whole: (row) => `${row('pipeline')}/${row('target')}`,
    valueOfAll: ({ total }) => total.coverage,
  },
  {
    key: 'firstMeetings',
    label: 'First meetings',
    format: 'decimal',
    needs: ({ of, row }) => [row('opportunities'), of('meeting_rate')],
    formula: ({ of, row }) => `${row('opportunities')}/${of('meeting_rate')}`,
    value: ({ firstMeetings }) => firstMeetings,
    valueOfAll: ({ total }) => total.firstMeetings,
  },
  {
    key: 'contacts',
    label: 'Contacts',
    format: 'decimal',
    needs: ({ of, row }) => [row('firstMeetings'), of('contact_rate')],
    formula: ({ of, row }) => `${row('firstMeetings')}/${of('contact_rate')}`,
    value: ({ contacts }) => contacts,
    valueOfAll: ({ total }) => total.contacts,
  },
  {
    key: 'progressMeetings',
    label: 'Progress meetings',
    format: 'decimal',
    needs: ({ of, row }) => [row('opportunities'), of('progress_meetings')],
    formula: ({ of, row }) => `${row('opportunities')}*${of('progress_meetings')}`,
    value: ({ progressMeetings }) => progressMeetings,
    valueOfAll: ({ total }) => total.progressMeetings,
  },
  {
    key: 'meetings',
    label: 'Meetings',
    format: 'decimal',
    needs: ({ row }) => [row('firstMeetings'), row('progressMeetings')],
    formula: ({ row }) => `${row('firstMeetings')}+${row('progressMeetings')}`,
    value: ({ meetings }) => meetings,
    valueOfAll: ({ total }) => total.meetings,
  },
  {
    key: 'hours',
    label: 'Selling hours',
    format: 'decimal',
    needs: ({ all, row }) => [row('meetings'), all('virtual_share'), all('hours_virtual'), all('hours_f2f')],
    formula: ({ all, row }) =>
      `${row('meetings')}*(${all('virtual_share')}*${all('hours_virtual')}+(1-${all('virtual_share')})*${all('hours_f2f')})`,
    value: ({ hours }) => hours,
    valueOfAll: ({ total }) => total.hours,
  },
  {
    key: 'open',
    label: 'Open opportunities needed',
    format: 'decimal',
    needs: ({ of, row }) => [row('opportunities'), of('cycle_won'), of('cycle_lost')],
    formula: ({ of, all, row }) =>
      `${row('opportunities')}/${all('period_days')}*(${row('winRate')}*${of('cycle_won')}+(1-${row('winRate')})*${of('cycle_lost')})`,
    value: ({ open }) => open,
    valueOfAll: ({ total }) => total.open,
  },
  {
    key: 'openValue',
    label: 'Open value needed',
    format: 'money',
    needs: ({ of, row }) => [row('open'), of('avg_deal'), of('shrink')],
    formula: ({ of, row }) => `${row('open')}*${of('avg_deal')}/${of('shrink')}`,
    value: ({ openValue }) => openValue,
    valueOfAll: ({ total }) => total.openValue,
  },
  {
    key: 'margin',
    label: 'Margin after discount',
    format: 'percent',
    needs: ({ of, all }) => [of('list_margin'), all('discount')],
    formula: ({ of, all }) => `1-(1-${of('list_margin')})/(1-${all('discount')})`,
    value: (_, { values }, model) => marginAfter(values.list_margin, model.values.discount),
    whole: (_, range) => `SUMPRODUCT(${range('mix')},${range('margin')})`,
    valueOfAll: ({ margin }) => margin,
  },
  {
    key: 'lag',
    label: 'Months from creation to win',
    format: 'count',
    needs: () => [],
    formula: ({ of }) => `ROUND(MAX(0,N(${of('cycle_won')}))/${daysText},0)`,
    value: (_, { values }) => lagOfCycle(Number.isNaN(values.cycle_won) ? 0 : values.cycle_won).length - 1,
    whole: null,
    valueOfAll: () => NaN,
  },
]
