import type { Dataset } from '#core/dataset/dataset'
import { moneyUnitOf } from '#core/dataset/money-unit'
import { SpmError } from '#core/errors'
import { trust } from '#core/metrics/trust'
import { isNoAnswer, type Value } from '#core/metrics/value'
import { startPack } from '#core/report/pack-context'
import type { TableRow } from '#core/report/report'
import { showValue } from '#core/report/show-value'
import { viewTrust } from '#core/report/trust-view'
import { answer, type Result } from '#core/metrics/run'
import type { CheckView, TrustView } from './views.ts'

/** What is done about the deals that a check found. */
const remedies: Readonly<Record<string, string>> = {
  'Overdue deals': 'agree on a new date for each, or close it',
  'Stale deals': 'note what happened with each, or close it',
  'Early closers': 'move the date of each, or its stage',
  'Forecast deviation': 'look at what was forecast and not won last month',
}

const statusOf = (value: Value | undefined): CheckView['status'] =>
  value === 'OK' || value === 'Watch' || value === 'Fix' ? value : 'No answer'

const percent = (value: Value | undefined): string => showValue(value ?? null, 'percent')

const checkView = (row: TableRow): CheckView => {
  const { check, status = null, figure, watch, fix } = row
  const text = isNoAnswer(status)
    ? status.noAnswer
    : `${percent(figure)}; Watch above ${percent(watch)}, Fix above ${percent(fix)}`
  return { label: String(check), status: statusOf(status), text }
}

/** Who has most to mend, and how much. */
const mostToFix = (result: Result | null): string => {
  const [row] = result?.rows ?? []
  const key = result?.columns[0]?.key
  const [person, count] = [key === undefined ? null : row?.[key], row?.['toFix']]
  if (typeof person !== 'string' || person === '' || typeof count !== 'number' || count === 0) return ''
  return ` Most are ${person}’s (${showValue(count, 'count')}).`
}

const firstOf = (checks: readonly TableRow[], result: Result | null): string => {
  const worst = checks.find(({ status }) => status === 'Fix') ?? checks.find(({ status }) => status === 'Watch')
  if (worst === undefined) return ''
  const label = String(worst['check'])
  const deals = worst['deals']
  const many = typeof deals === 'number' ? ` (${showValue(deals, 'count')})` : ''
  return `Fix first: ${label.toLowerCase()}${many}: ${remedies[label] ?? 'look at the list in part 0'}.${mostToFix(result)}`
}

const unknown = (sentence: string): TrustView => ({ status: 'Unknown', sentence, first: '', checks: [] })

/** The four checks, and where to begin. */
export const trustFacts = (data: Dataset): TrustView => {
  if (data.table('deals') === null) return unknown('Trust cannot be judged yet: there is no table of opportunities.')
  try {
    const view = viewTrust(startPack(data, moneyUnitOf(data)))
    const byOwner = data.column('deals', 'owner') === null ? null : answer(trust, data, { by: 'owner' })
    return {
      status: view.status,
      sentence: view.sentence,
      first: firstOf(view.checks, byOwner?.ok === true ? byOwner : null),
      checks: view.checks.map(checkView),
    }
  } catch (error) {
    if (error instanceof SpmError) return unknown(error.message)
    throw error
  }
}
