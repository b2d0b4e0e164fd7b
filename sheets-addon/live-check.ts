import { clockOf } from './clock.ts'

/** What only a real account can show, asked in one go: run it in the script editor, and compare what it logs with the stand-in. */
interface Facts {
  readonly intl: boolean
  /** Methods of the library that the engine has by itself. */
  readonly library: readonly string[]
  readonly scriptZone: string
  readonly spreadsheetZone: string
  /** Serial number of midnight of 2024-03-31 by the clocks of each zone, once there and back; whole where the clocks are right. */
  readonly midnights: Readonly<Record<string, number>>
  readonly offsets: Readonly<Record<string, string>>
  /** What a cell with `#DIV/0!` and a date of the first tab are to a script; `null` without such cells. */
  readonly cells: readonly string[] | null
}

const zones = ['Europe/Istanbul', 'Europe/Helsinki', 'Pacific/Honolulu', 'Africa/Casablanca']
const someDay = 45_382 // 2024-03-31

const has = (holder: object, names: readonly string[]): readonly string[] => names.filter((name) => name in holder)

const kindOf = (value: unknown): string => {
  if (value instanceof Date) return 'Date'
  return typeof value === 'string' && value.startsWith('#') ? value : typeof value
}

/** Runs the probes; the spreadsheet is only read. */
export const liveCheck = (): Facts => {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet()
  const values = spreadsheet.getSheets()[0]?.getDataRange().getValues() ?? []
  const midday = new Date(Date.UTC(2024, 2, 31, 12))
  return {
    intl: typeof Reflect.get(globalThis, 'Intl') === 'object',
    library: [
      ...has(Array.prototype, ['at', 'flatMap', 'findLast', 'toSorted']),
      ...has(String.prototype, ['replaceAll', 'matchAll']),
      ...has(Object, ['fromEntries', 'hasOwn', 'groupBy']),
    ],
    scriptZone: Session.getScriptTimeZone(),
    spreadsheetZone: spreadsheet.getSpreadsheetTimeZone(),
    midnights: Object.fromEntries(
      zones.map((zone) => {
        const clock = clockOf(zone)
        return [zone, clock.serialOf(clock.momentOf(someDay))]
      }),
    ),
    offsets: Object.fromEntries(zones.map((zone) => [zone, Utilities.formatDate(midday, zone, 'Z')])),
    cells: values.length === 0 ? null : values.flat().map(kindOf),
  }
}
