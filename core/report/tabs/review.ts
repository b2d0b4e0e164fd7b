import { closedDeals } from '../../metrics/closed-deals.ts'
import { newDeals } from '../../metrics/new-deals.ts'
import { newOffers } from '../../metrics/new-offers.ts'
import { noNextStep } from '../../metrics/no-next-step.ts'
import { offersOverdue } from '../../metrics/offers-overdue.ts'
import { topDeals } from '../../metrics/top-deals.ts'
import { winLoss } from '../../metrics/win-loss.ts'
import { dealNamesIn, withDealNames } from '../deal-names.ts'
import { isoRange } from '../iso-range.ts'
import type { LastReview } from '../last-review.ts'
import type { PackContext } from '../pack-context.ts'
import type { Block, Tab, TableColumn, TableRow } from '../report.ts'
import { tableFrom, withoutBlankColumns } from '../table-from.ts'
import { winRateByQuarter, wonByPerson } from './won-lately.ts'

const listLength = 15

const agreed: readonly TableColumn[] = [
  { key: 'agreed', label: 'Next step agreed', kind: 'text', input: 'text', width: 24 },
  { key: 'until', label: 'Until', kind: 'date', input: 'date', width: 11 },
]

const top = (pack: PackContext): Block | null => {
  const result = pack.ask(topDeals, 'the top opportunities')
  if (result === null) return null
  const block = tableFrom(result, {
    name: 'topDeals',
    title: result.rows.length === 1 ? 'The open opportunity' : `Top ${result.rows.length} open opportunities`,
    empty: 'There is no open opportunity.',
    rows: withDealNames(result.rows),
    show: ['name', 'account', 'owner', 'stage', 'value', 'closeDate', 'flags', 'nextStep'],
    columns: { flags: { width: 18 }, nextStep: { width: 22 } },
    extra: agreed,
  })
  return withoutBlankColumns(block)
}

const closedSince = (pack: PackContext, since: string, outcome: 'won' | 'lost'): Block | null => {
  const result = pack.ask(closedDeals, 'won and lost deals', { period: since, outcome })
  if (result === null) return null
  return withoutBlankColumns(
    tableFrom(result, {
      name: outcome === 'won' ? 'wonDeals' : 'lostDeals',
      title: outcome === 'won' ? 'Won since the last review' : 'Lost since the last review',
      empty: `No deal was ${outcome}.`,
      rows: withDealNames(result.rows),
      show: ['name', 'account', 'owner', 'reason', 'value', 'closed', 'competitor'],
      columns: { value: { total: 'sum' } },
      total: result.rows.length <= listLength && result.rows.length > 1,
      limit: listLength,
      extra: [{ key: 'lesson', label: 'What we learn from it', kind: 'text', input: 'text' }],
    }),
  )
}

const reasons = (pack: PackContext): Block | null => {
  const period = isoRange({ start: pack.quarter(-3).start, end: pack.asOf })
  const result = pack.ask(winLoss, 'why deals are lost', { period })
  if (result === null || result.rows.length === 0) return null
  return withoutBlankColumns(
    tableFrom(result, {
      name: 'reasons',
      title: 'Why deals were won and lost, last four quarters',
      empty: 'No deal was closed.',
      limit: listLength,
    }),
  )
}

const created = (pack: PackContext, since: string): Block | null => {
  const result = pack.ask(newDeals, 'new opportunities', { period: since })
  if (result === null) return null
  return withoutBlankColumns(
    tableFrom(result, {
      name: 'newDeals',
      title: 'New opportunities since the last review',
      empty: 'No opportunity was created.',
      rows: withDealNames(result.rows),
      show: ['name', 'account', 'owner', 'stage', 'value', 'close', 'source'],
      limit: listLength,
      extra: [{ key: 'qualified', label: 'Qualified?', kind: 'text', input: ['Yes', 'Not yet', 'No'], width: 11 }],
    }),
  )
}

const offers = (pack: PackContext, since: string): (Block | null)[] => {
  if (pack.data.table('offers') === null) return []
  const fresh = pack.ask(newOffers, 'new offers', { period: since })
  const late = pack.ask(offersOverdue, 'overdue offers')
  const nameOf = dealNamesIn(pack.data)
  const named = (rows: readonly TableRow[]): readonly TableRow[] =>
    rows.map((row) => ({ ...row, deal: nameOf(String(row['deal'] ?? '')) }))
  return [
    fresh === null
      ? null
      : withoutBlankColumns(
          tableFrom(fresh, {
            name: 'newOffers',
            title: 'New offers since the last review',
            rows: named(fresh.rows),
            show: ['offer', 'account', 'owner', 'deal', 'value', 'sent', 'status'],
            columns: { deal: { label: 'Deal' } },
            empty: 'No offer was sent.',
            limit: listLength,
          }),
        ),
    late === null
      ? null
      : withoutBlankColumns(
          tableFrom(late, {
            name: 'overdueOffers',
            title: 'Offers whose check date has passed',
            rows: named(late.rows),
            show: ['offer', 'account', 'owner', 'deal', 'value', 'check', 'flags', 'overdue'],
            columns: { deal: { label: 'Deal' }, flags: { width: 18 } },
            empty: 'No offer is overdue.',
            limit: listLength,
            extra: [{ key: 'agreed', label: 'Who asks, and when', kind: 'text', input: 'text' }],
          }),
        ),
  ]
}

const withoutStep = (pack: PackContext): Block | null => {
  const hasDate = pack.data.anyColumn('deals', 'next_activity') !== null
  if (!hasDate && pack.lacks('deals', 'next_step', 'deals without a next step')) return null
  const result = pack.ask(noNextStep, 'deals without a next step')
  if (result === null) return null
  return withoutBlankColumns(
    tableFrom(result, {
      name: 'noNextStep',
      title: 'Open opportunities without a next step',
      empty: 'Every open opportunity has a next step.',
      rows: withDealNames(result.rows),
      show: ['name', 'account', 'owner', 'stage', 'value', 'closeDate', 'passed'],
      limit: 10,
      extra: [{ key: 'agreed', label: 'Next step', kind: 'text', input: 'text' }],
    }),
  )
}

/** Deals one by one: the top five, won and lost, new ones, offers. */
export const reviewTab = (pack: PackContext, { period: since, words }: LastReview): Tab | null => {
  const lists = [
    top(pack),
    closedSince(pack, since, 'won'),
    closedSince(pack, since, 'lost'),
    winRateByQuarter(pack),
    wonByPerson(pack),
    reasons(pack),
    ...offers(pack, since),
    created(pack, since),
    withoutStep(pack),
  ].filter((block) => block !== null)
  if (lists.length === 0) return null
  return {
    key: 'review',
    label: '6 Deal review',
    title: 'Opportunity review',
    purpose: 'Which deals matter most, and what moves each of them?',
    colour: 'deals',
    provisional: false,
    blocks: [{ kind: 'note', text: `The last review is taken to be ${words}.` }, ...lists],
  }
}
