import type { Day } from '../cells/day.ts'
import type { Numbers, Texts } from '../dataset/columns.ts'
import { readOfferStatus } from '../dataset/offer-status.ts'
import { latestVersions } from '../dataset/offer-versions.ts'
import { offers } from '../dataset/tables/offers.ts'
import { numberAt } from './cell-at.ts'
import { byValue } from './deal-order.ts'
import { defineMetric } from './define.ts'
import { offerCells, offerColumns } from './offer-list.ts'
import { common, from } from './params.ts'

interface Dates {
  readonly sent: Numbers | null
  readonly check_date: Numbers | null
}

/** The day on which to ask: the check date, else so many days after sending; NaN where neither is known. */
const checkDay = ({ sent, check_date }: Dates, days: number, row: number): Day => {
  const own = numberAt(check_date, row)
  return Number.isNaN(own) ? numberAt(sent, row) + days : own
}

/** Open offers. A status that is blank or not known counts as open, so that no offer is lost from sight; a note says so. */
const openOffers = (rows: Uint32Array, statusText: Texts, note: (text: string) => void): Uint32Array => {
  const statusOf = readOfferStatus(statusText)
  const unknown = rows.filter((row) => statusOf(row) === null)
  const [first] = unknown
  if (first !== undefined) {
    const shown = statusText.isBlank(first) ? 'blank' : `"${statusText.at(first)}"`
    note(`Offers with a status that is not known (such as ${shown}), which count as open: ${unknown.length}.`)
  }
  return rows.filter((row) => (statusOf(row) ?? 'open') === 'open')
}

export const offersOverdue = defineMetric({
  name: 'OFFERS_OVERDUE',
  title: 'Overdue offers',
  family: 'forecast',
  about: 'Open offers to which the customer should have answered by now.',
  variant:
    'latest versions of open offers with a check date before as_of; without a check date, the day on which the offer was sent plus a number of days; to be checked on as_of is not overdue',
  params: {
    offers: from(
      offers,
      ['status_text'],
      ['offer_id', 'deal_id', 'account', 'owner', 'value', 'sent', 'check_date', 'valid_until', 'version'],
    ),
    asOf: common.asOf,
    days: {
      type: 'number',
      default: 'offer_days',
      minimum: 0,
      whole: true,
      about: 'Days after sending on which an offer without a check date is to be checked.',
    },
  },
  columns: {
    ...offerColumns,
    check: { label: 'Check date', kind: 'date' },
    overdue: { label: 'Days overdue', kind: 'days' },
    flags: { label: 'Flags', kind: 'text' },
  },
  sources: ['A-24'],
  compute({ offers, asOf, days }, { note, tell }) {
    const latest = latestVersions(offers)
    const open = openOffers(latest, offers.status_text, note)
    const [isLatest, isOpen] = [new Set(latest), new Set(open)]
    tell('offers', (row) => {
      if (!isLatest.has(row)) return 'an earlier version'
      if (!isOpen.has(row)) return 'not open'
      return checkDay(offers, days, row) < asOf ? null : 'not overdue'
    })
    const undated = open.filter((row) => Number.isNaN(checkDay(offers, days, row))).length
    if (undated > 0) note(`Open offers with neither a check date nor a day on which they were sent: ${undated}.`)
    const flagsOf = (row: number): string => {
      const flags: string[] = []
      if (Number.isNaN(numberAt(offers.check_date, row))) flags.push(`no check date: ${days} days after sending`)
      if (numberAt(offers.valid_until, row) < asOf) flags.push('no longer valid')
      return flags.join(', ')
    }
    const rows = open.filter((row) => checkDay(offers, days, row) < asOf)
    return byValue(rows, { value: offers.value, deal_id: offers.offer_id }).map((row) => ({
      ...offerCells(offers, row),
      check: checkDay(offers, days, row),
      overdue: asOf - checkDay(offers, days, row),
      flags: flagsOf(row),
    }))
  },
})
