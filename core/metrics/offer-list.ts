import type { Numbers, Texts } from '../dataset/columns.ts'
import { numberAt, textAt } from './cell-at.ts'
import type { ColumnDefs, Row } from './define.ts'
import { orBlank } from './value.ts'

/** What a list of offers shows of each, as far as the table has it. */
export interface ListedOffers {
  readonly offer_id: Texts | null
  readonly deal_id: Texts | null
  readonly account: Texts | null
  readonly owner: Texts | null
  readonly value: Numbers | null
  readonly sent: Numbers | null
}

/** The columns with which every list of offers begins. */
export const offerColumns = {
  offer: { label: 'Offer', kind: 'text' },
  deal: { label: 'Deal ID', kind: 'text' },
  account: { label: 'Account', kind: 'text' },
  owner: { label: 'Owner', kind: 'text' },
  value: { label: 'Value', kind: 'money' },
  sent: { label: 'Sent', kind: 'date' },
} as const satisfies ColumnDefs

export const offerCells = (offers: ListedOffers, row: number): Row<typeof offerColumns> => ({
  offer: textAt(offers.offer_id, row),
  deal: textAt(offers.deal_id, row),
  account: textAt(offers.account, row),
  owner: textAt(offers.owner, row),
  value: orBlank(numberAt(offers.value, row)),
  sent: orBlank(numberAt(offers.sent, row)),
})
