import { isoDay } from '../../cells/day.ts'
import type { Dataset } from '../../dataset/dataset.ts'
import { moneyUnitOf } from '../../dataset/money-unit.ts'
import { tables } from '../../dataset/tables/index.ts'
import { SpmError } from '../../errors.ts'
import { doubtsOf } from '../doubts.ts'
import { lastReview } from '../last-review.ts'
import { metaLine } from '../meta-line.ts'
import { startPack, type PackContext, type Unlock } from '../pack-context.ts'
import type { AgendaItem, Figure, Headline, Report, Tab } from '../report.ts'
import { actionsTab } from '../tabs/actions.ts'
import { activityTab } from '../tabs/activity.ts'
import { businessTab } from '../tabs/business.ts'
import { coverTab } from '../tabs/cover.ts'
import { forecastTab } from '../tabs/forecast.ts'
import { funnelInTab } from '../tabs/funnel-in.ts'
import { funnelShapeTab } from '../tabs/funnel-shape.ts'
import { longTermTab } from '../tabs/long-term.ts'
import { progressTab } from '../tabs/progress.ts'
import { reviewTab } from '../tabs/review.ts'
import { teamFigures } from '../tabs/team-figures.ts'
import { trustTab } from '../tabs/trust.ts'
import { viewTrust } from '../trust-view.ts'
import { showValue } from '../show-value.ts'

const title = 'Sales team meeting'

/** Minutes of each part; what has happened gets the least. */
const minutes: Readonly<Record<string, number>> = {
  trust: 5,
  forecast: 10,
  funnelIn: 5,
  funnelShape: 5,
  longTerm: 5,
  progress: 5,
  review: 15,
  activity: 5,
  business: 5,
  actions: 10,
}

const agendaOf = (tabs: readonly Tab[]): readonly AgendaItem[] =>
  tabs.map(({ key, purpose }) => ({ tab: key, question: purpose, minutes: minutes[key] ?? 5 }))

/** Parts 1 to 7, those that the data can answer. */
const bodyTabs = (pack: PackContext): readonly Tab[] => {
  const review = lastReview(pack)
  return [
    forecastTab(pack),
    funnelInTab(pack),
    funnelShapeTab(pack),
    longTermTab(pack),
    progressTab(pack, review),
    reviewTab(pack, review),
    activityTab(pack),
  ].filter((tab) => tab !== null)
}

const headlinesOf = (figures: readonly Figure[], trust: readonly string[], currency: string): readonly Headline[] => [
  { label: 'Trust', text: trust.join(' ') },
  ...figures.slice(0, 2).map(({ label, value, kind, caption }) => ({
    label,
    text: `${showValue(value, kind, currency)} (${caption})`,
  })),
]

/** The weekly meeting of a sales team, in the order of its agenda. */
export const teamPack = (data: Dataset): { readonly report: Report; readonly unlocks: readonly Unlock[] } => {
  if (data.table('deals') === null)
    throw new SpmError('missing-table', `The pack TEAM needs the table ${tables.deals.title}, and none was given.`, {
      table: 'deals',
      field: null,
    })
  const currency = moneyUnitOf(data)
  const pack = startPack(data, currency)
  const trust = viewTrust(pack)
  const provisional = trust.status === 'Fix'
  const body = bodyTabs(pack).map((tab) => ({ ...tab, provisional }))
  const doubts = doubtsOf(pack)
  const parts = [trustTab(pack, trust, doubts), ...body, businessTab(), actionsTab(pack, provisional)]
  const figures = teamFigures(pack)
  const cover = coverTab(pack, {
    title: data.scope === null ? title : `${title}: ${data.scope}`,
    trust,
    doubts,
    figures,
    agenda: agendaOf(parts),
  })
  return {
    unlocks: pack.unlocks(),
    report: {
      pack: 'TEAM',
      title: `${title}, ${isoDay(data.asOf)}`,
      scope: data.scope,
      asOf: data.asOf,
      meta: metaLine(pack, trust),
      currency,
      tabs: [cover, ...parts],
      headlines: headlinesOf(figures, [trust.sentence, ...doubts], currency),
    },
  }
}
