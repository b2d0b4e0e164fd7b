import { latestVersions } from '../dataset/offer-versions.ts'
import { contains } from '../dataset/period.ts'
import { offers } from '../dataset/tables/offers.ts'
import { numberAt, textAt } from './cell-at.ts'
import { byValue } from './deal-order.ts'
import { defineMetric } from './define.ts'
import { offerCells, offerColumns } from './offer-list.ts'
import { common, from } from './params.ts'
import { orBlank } from './value.ts'

export const newOffers = defineMetric({
  name: 'NEW_OFFERS',
  title: 'New offers',
  family: 'forecast',
  about: 'The offers that were sent, the largest first.',
  variant:
    'offers sent in the period, whatever became of them since; an offer with several versions is listed once, by its latest version and the day that one was sent',
  params: {
    offers: from(offers, ['sent'], ['offer_id', 'deal_id', 'account', 'owner', 'value', 'status_text', 'version']),
    period: {
      ...common.period,
      about: `${common.period.about} Of an offer the day its latest version was sent counts.`,
    },
    asOf: common.asOf,
  },
  columns: {
    ...offerColumns,
    status: { label: 'Status', kind: 'text' },
    version: { label: 'Version', kind: 'decimal' },
  },
  sources: ['A-43', 'A-49'],
  compute({ offers, period, asOf }, { note, tell }) {
    const latest = latestVersions(offers)
    const isLatest = new Set(latest)
    tell('offers', (row) => {
      if (!isLatest.has(row)) return 'an earlier version'
      if (offers.sent.isBlank(row)) return 'without a day of sending'
      return contains(period, offers.sent.at(row)) ? null : 'not sent in the period'
    })
    const revised = offers.rows - latest.length
    const rows = latest.filter((row) => !offers.sent.isBlank(row) && contains(period, offers.sent.at(row)))
    const unsent = latest.filter((row) => offers.sent.isBlank(row)).length
    const future = rows.filter((row) => offers.sent.at(row) > asOf).length
    if (revised > 0) note(`Earlier versions of an offer, which are left out: ${revised}.`)
    if (unsent > 0) note(`Offers without a day on which they were sent, which are left out: ${unsent}.`)
    if (future > 0) note(`Offers that say they were sent after the as-of day: ${future}.`)
    return byValue(rows, { value: offers.value, deal_id: offers.offer_id }).map((row) => ({
      ...offerCells(offers, row),
      status: textAt(offers.status_text, row),
      version: orBlank(numberAt(offers.version, row)),
    }))
  },
})
