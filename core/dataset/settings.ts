import { SpmError } from '../errors.ts'
import { weekdays } from './fiscal-calendar.ts'

interface NumberSetting {
  readonly type: 'number'
  readonly default: number
  readonly minimum: number
  readonly maximum: number
  readonly unit: string
  readonly about: string
}

interface ChoiceSetting {
  readonly type: 'choice'
  readonly default: string
  readonly values: readonly string[]
  readonly about: string
}

interface TextSetting {
  readonly type: 'text'
  readonly default: string
  readonly about: string
}

const number = (
  fallback: number,
  unit: string,
  about: string,
  [minimum, maximum]: readonly [number, number] = [0, 100000],
) => ({ type: 'number', default: fallback, minimum, maximum, unit, about }) as const
const share = (fallback: number, about: string) => number(fallback, 'share', about, [0, 1])
const text = (fallback: string, about: string) => ({ type: 'text', default: fallback, about }) as const
const choice = <const V extends readonly [string, ...string[]]>(values: V, about: string) =>
  ({ type: 'choice', default: values[0] as V[number], values, about }) as const

/** Every setting: key, type, unit, default. The table in the reference is made from this. */
export const settingsSchema = {
  as_of: text('', 'The day that figures are as of, such as 2026-03-31; left out, today.'),
  base_currency: text(
    '',
    'ISO code that money is added up in; left out, the only currency present. Several currencies need it.',
  ),
  amount_basis: choice(
    ['stated', 'total', 'annual'],
    'What the amount of a contract over several years is: of the whole contract (`total`) or of one year (`annual`). It is named in every heading over money, and changes no figure; `stated` leaves it open.',
  ),
  exchange_rate: choice(
    ['close', 'as_of', 'plan'],
    'Which rate of FX turns an amount into the base currency. `close`: of a closed deal that of its closing day, of an open one that of the as-of day, of an invoice, a cost, an offer or a snapshot that of its own day. `as_of`: that of the as-of day for all. `plan`: the plan rate. Waterfalls and comparisons with targets take plan rates wherever there are any.',
  ),
  fiscal_start_month: number(1, 'month', 'First month of the fiscal year.', [1, 12]),
  fiscal_name: choice(
    ['end', 'start'],
    'Whether a fiscal year has the name of the calendar year it ends or starts in.',
  ),
  calendar: choice(
    ['gregorian', '445', '454', '544'],
    'What the periods of a fiscal year are: calendar months, or weeks, so many in each of the three periods of a quarter.',
  ),
  week_start: choice(weekdays, 'First day of the weeks of a fiscal year of weeks; other weeks are ISO weeks.'),
  date_order: choice(['auto', 'dmy', 'mdy'], 'How 03/04/2026 reads where no date in the column tells.'),
  timezone: text(
    '',
    'Whose clocks tell the day of a moment with Z or an offset: Europe/Berlin, or +02:00; left out, the day is that which is written.',
  ),
  decimal: choice(['auto', 'point', 'comma'], 'The decimal mark of numbers that are texts.'),
  unreadable: choice(
    ['stop', 'blank'],
    'What to do about a cell that cannot be read: give no figure that reads its column, or count it as blank and say so.',
  ),
  target_version: choice(['current', 'plan'], 'Which version of the targets counts where both are there.'),
  target_year: text(
    '',
    'The year of targets that have a column for each month and name none: 2026, or FY2026 for a fiscal year.',
  ),
  locked_through: text(
    '',
    'The last day of the periods that are closed for good, such as 2026-03-31. A deal that was won by then and reopened later stays in its period, and comes off on the day it was reopened; StageHistory or Snapshots tell it. Left out, no period is locked.',
  ),
  owner_scope: choice(['current', 'then'], 'Whose a deal was at an earlier moment: of its owner now, or then.'),
  stale_days: number(60, 'days', 'Days without an update after which an open deal is stale.'),
  early_days: number(30, 'days', 'An initial stage this close to the close date is too early.'),
  top_n: number(5, 'deals', 'How many deals the top list shows.', [1, 100]),
  min_amount: number(0, 'money', 'Smaller deals are left out of a win rate by count; 0 takes every deal.'),
  mega_deal: number(0, 'money', 'Larger deals are left out of the average deal; 0 takes every deal.', [0, 1e15]),
  offer_days: number(30, 'days', 'How long an offer without a check date waits for an answer.'),
  deviation_watch: share(0.1, 'Forecast deviation from which trust is Watch.'),
  deviation_fix: share(0.2, 'Forecast deviation from which trust is Fix.'),
  overdue_watch: share(
    0,
    'Share of open deals, by count or by value, past their close date above which trust is Watch.',
  ),
  overdue_fix: share(0.05, 'The same, above which trust is Fix.'),
  stale_watch: share(0.05, 'Share of open deals, by count or by value, that are stale above which trust is Watch.'),
  stale_fix: share(0.15, 'The same, above which trust is Fix.'),
  early_watch: share(
    0.05,
    'Share of open deals, by count or by value, that are early closers above which trust is Watch.',
  ),
  early_fix: share(0.15, 'The same, above which trust is Fix.'),
  not_lost_reasons: text('', 'Lost reasons, separated by semicolons, that count as neither won nor lost.'),
  activity_types: text('', 'What activity types count as: `Site visit=meeting;Auto mail=system`.'),
  activity_hours: text('', 'Hours of an activity that states none, by what it counts as: `meeting=1.5;visit=3`.'),
} as const satisfies Readonly<Record<string, NumberSetting | ChoiceSetting | TextSetting>>

type Schema = typeof settingsSchema
export type SettingKey = keyof Schema
type ValueOf<S> = S extends { readonly type: 'number' }
  ? number
  : S extends { readonly values: readonly (infer V)[] }
    ? V
    : string
export type Settings = { readonly [K in SettingKey]: ValueOf<Schema[K]> }
export const settingKeys = Object.keys(settingsSchema) as readonly SettingKey[]

const isKey = (key: string): key is SettingKey => Object.hasOwn(settingsSchema, key)

export const readSetting = (key: string, value: unknown): string | number => {
  if (!isKey(key)) throw new SpmError('setting', `Setting "${key}" is not known. Known are: ${settingKeys.join(', ')}.`)
  const schema: NumberSetting | ChoiceSetting | TextSetting = settingsSchema[key]
  const given = typeof value === 'string' ? value.trim() : value
  if (schema.type === 'text') return String(given ?? '')
  if (schema.type === 'choice') {
    const found = schema.values.find((each) => each === String(given).toLowerCase())
    if (found !== undefined) return found
    throw new SpmError('setting', `Setting ${key} is "${String(given)}"; it can be ${schema.values.join(' or ')}.`)
  }
  const size = typeof given === 'number' ? given : given === '' ? NaN : Number(given)
  if (Number.isFinite(size) && size >= schema.minimum && size <= schema.maximum) return size
  throw new SpmError(
    'setting',
    `Setting ${key} is "${String(given)}"; it must be a number from ${schema.minimum} to ${schema.maximum} (${schema.unit}).`,
  )
}

/** Defaults, overruled by what is given; a value that is not allowed is an error that names it. */
export const readSettings = (given: Readonly<Record<string, unknown>>): Settings => {
  const values: Record<string, unknown> = Object.fromEntries(
    settingKeys.map((key) => [key, settingsSchema[key].default]),
  )
  for (const [key, value] of Object.entries(given))
    if (value !== undefined && value !== null && value !== '') values[key] = readSetting(key, value)
  return values as unknown as Settings
}
