import type { Content } from '#core/report/instructions'
import type { Activity } from '../model/activity.ts'
import { contactsIn, type Contacts } from '../model/activities.ts'
import type { Deal, DealState } from '../model/deal.ts'
import { ownerWritten, type Blemishes } from '../model/blemishes.ts'
import { costOf, linesOf, listAmountOf } from '../model/lines.ts'
import { regionOf } from '../model/person.ts'
import { sellerNamed } from '../model/sellers.ts'
import { pipelineName } from '../model/stages.ts'
import type { Sample } from '../sample.ts'
import { sheetOf, type Column, type Sheet } from '../sheet.ts'

/** One row of the tab: a deal, or one of the two lines of a deal. */
interface Row {
  readonly deal: Deal
  readonly state: DealState
  readonly contacts: Contacts
  readonly blemishes: Blemishes
  readonly amount: number | null
  readonly listAmount: number | null
  readonly cost: number | null
}

const isOffered = ({ lastOpenStage, amount }: DealState): boolean =>
  amount !== null && amount > 0 && lastOpenStage !== 'Qualify' && lastOpenStage !== 'Needs agreed'

const priced = (deal: Deal, state: DealState, seed: number): Pick<Row, 'amount' | 'listAmount' | 'cost'> => {
  const { amount } = state
  if (amount === null || amount <= 0) return { amount, listAmount: null, cost: null }
  const lines = linesOf(deal, amount, seed)
  return { amount, listAmount: isOffered(state) ? listAmountOf(lines) : null, cost: costOf(lines) }
}

const part = (value: number | null, share: number): number | null => (value === null ? null : Math.round(value * share))
const rest = (value: number | null, taken: number | null): number | null =>
  value === null || taken === null ? null : value - taken

/** Two rows that add up to the whole. */
const split = (row: Row, share: number): readonly Row[] => {
  const first = {
    ...row,
    amount: part(row.amount, share),
    listAmount: part(row.listAmount, share),
    cost: part(row.cost, share),
  }
  return [
    first,
    {
      ...row,
      amount: rest(row.amount, first.amount),
      listAmount: rest(row.listAmount, first.listAmount),
      cost: rest(row.cost, first.cost),
    },
  ]
}

const byDeal = (activities: readonly Activity[]): ReadonlyMap<Deal, Activity[]> => {
  const groups = new Map<Deal, Activity[]>()
  for (const activity of activities) {
    if (activity.deal === null) continue
    const group = groups.get(activity.deal)
    if (group === undefined) groups.set(activity.deal, [activity])
    else group.push(activity)
  }
  return groups
}

const rowsOf = ({ standings, activities, blemishes, seed }: Sample): readonly Row[] => {
  const groups = byDeal(activities)
  return standings.flatMap(({ deal, state }) => {
    const row = { deal, state, blemishes, contacts: contactsIn(groups.get(deal) ?? []), ...priced(deal, state, seed) }
    const share = blemishes.twoLines.get(deal.id)
    return share === undefined ? [row] : split(row, share)
  })
}

const spaced = (text: string, ids: ReadonlySet<string>, id: string): string => (ids.has(id) ? `${text} ` : text)
const teamOf = ({ state }: Row): string => sellerNamed(state.owner).team
const regionName = ({ state }: Row): string => regionOf(sellerNamed(state.owner).team)
const whenClosed = ({ state }: Row, value: Content): Content => (state.status === 'open' ? null : value)

const columns: readonly Column<Row>[] = [
  { header: 'Deal ID', value: ({ deal }) => deal.id },
  { header: 'Name', value: ({ deal }) => deal.name, width: 32 },
  { header: 'Account ID', value: ({ deal }) => deal.account.id },
  { header: 'Account', value: ({ deal }) => deal.account.name, width: 28 },
  { header: 'Owner', value: ({ deal, state, blemishes }) => ownerWritten(blemishes, deal, state), width: 16 },
  { header: 'Team', value: teamOf, width: 11 },
  {
    header: 'Region',
    value: (row) => spaced(regionName(row), row.blemishes.spacedRegion, row.deal.id),
    width: 10,
  },
  { header: 'Pipeline', value: () => pipelineName },
  {
    header: 'Stage',
    value: ({ deal, state, blemishes }) => spaced(state.stage, blemishes.spacedStage, deal.id),
    width: 14,
  },
  { header: 'Status', value: ({ state }) => state.status },
  { header: 'Amount', value: ({ amount }) => amount, format: 'money' },
  { header: 'Currency', value: () => 'EUR' },
  { header: 'List Amount', value: ({ listAmount }) => listAmount, format: 'money' },
  { header: 'Cost', value: ({ cost }) => cost, format: 'money' },
  { header: 'Probability', value: ({ state }) => state.probability, format: 'percent' },
  { header: 'Forecast Category', value: ({ state }) => state.category },
  {
    header: 'Created',
    value: ({ deal, state, blemishes }) => blemishes.createdAs.get(deal.id) ?? state.created,
    format: 'date',
  },
  { header: 'Close Date', value: ({ state }) => state.closeDate, format: 'date' },
  { header: 'Closed At', value: ({ state }) => state.closedAt, format: 'date' },
  { header: 'First Close Date', value: ({ state }) => state.firstCloseDate, format: 'date' },
  { header: 'Push Count', value: ({ state }) => state.pushes, format: 'count' },
  { header: 'Last Modified', value: ({ state }) => state.lastModified, format: 'date' },
  { header: 'Last Activity', value: ({ contacts }) => contacts.last, format: 'date' },
  { header: 'Last Stage Change', value: ({ state }) => state.lastStageChange, format: 'date' },
  { header: 'Last Open Stage', value: (row) => whenClosed(row, row.state.lastOpenStage), width: 14 },
  { header: 'Next Step', value: ({ state }) => state.nextStep, width: 34 },
  { header: 'Next Activity', value: ({ contacts }) => contacts.next, format: 'date' },
  { header: 'Type', value: ({ deal }) => deal.type, width: 11 },
  { header: 'Product', value: ({ deal }) => deal.product.name, width: 17 },
  { header: 'Business Unit', value: ({ deal }) => deal.product.unit },
  { header: 'Segment', value: ({ deal }) => deal.account.segment, width: 15 },
  { header: 'Source', value: ({ deal }) => deal.source, width: 13 },
  { header: 'Fit', value: ({ deal }) => deal.account.fit },
  { header: 'Stakeholders', value: ({ deal }) => deal.stakeholders, format: 'count' },
  { header: 'Competitor', value: ({ state }) => state.competitor, width: 15 },
  { header: 'Lost Reason', value: ({ state }) => state.lostReason, width: 20 },
]

export const dealsSheet = (sample: Sample): Sheet =>
  sheetOf({ tab: 'Deals', table: 'Deals', colour: 'deals' }, columns, rowsOf(sample))
