import type { Day } from '#core/cells/day'
import type { Account } from './accounts.ts'
import type { Simulation } from './simulate.ts'
import { standingsOf } from './standing.ts'

/** First day as a customer of every account that is one on the as-of date. */
export const customersSince = ({ accounts, deals }: Simulation): ReadonlyMap<Account, Day> => {
  const since = new Map<Account, Day>(
    accounts.flatMap((account) => (account.customerSince === null ? [] : [[account, account.customerSince] as const])),
  )
  for (const { deal, state } of standingsOf(deals)) {
    if (state.status !== 'won' || state.closedAt === null) continue
    since.set(deal.account, Math.min(since.get(deal.account) ?? Infinity, state.closedAt))
  }
  return since
}
