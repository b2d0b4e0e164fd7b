import { civilOf, dayOf, weekdayOf, type Day } from './day.ts'

/** Minutes by which the clocks of a place are ahead of UTC at a moment, which is a serial number in UTC. */
export type ZoneOffset = (moment: number) => number

const sunday = 6

/** The first Sunday of a month at or after a day of it. */
const sundayFrom = (year: number, month: number, day: number): Day => {
  const start = dayOf(year, month, day)
  return start + ((sunday - weekdayOf(start) + 7) % 7)
}

const lastSunday = (year: number, month: number): Day => sundayFrom(year, month + 1, 1) - 7

/** When summer time begins and ends in a year, as moments in UTC; `standard` are the minutes of winter. */
type SummerTime = (year: number, standard: number) => readonly [begin: number, end: number]

/** The European Union since 1996: at 01:00 UTC everywhere. */
const europe: SummerTime = (year) => [lastSunday(year, 3) + 1 / 24, lastSunday(year, 10) + 1 / 24]

/** The United States and Canada: at 02:00 on the clock; the days of 1987 to 2006, and those since. */
const northAmerica: SummerTime = (year, standard) => {
  const [begin, end] =
    year < 2007 ? [sundayFrom(year, 4, 1), lastSunday(year, 10)] : [sundayFrom(year, 3, 8), sundayFrom(year, 11, 1)]
  return [begin + (120 - standard) / 1440, end + (60 - standard) / 1440]
}

/** South-east Australia since 2008: at 02:00 of standard time; summer lies around the turn of the year. */
const australia: SummerTime = (year, standard) => {
  const at = (120 - standard) / 1440
  return [sundayFrom(year, 10, 1) + at, sundayFrom(year, 4, 1) + at]
}

/** New Zealand since 2008. */
const newZealand: SummerTime = (year, standard) => {
  const at = (120 - standard) / 1440
  return [lastSunday(year, 9) + at, sundayFrom(year, 4, 1) + at]
}

interface Rule {
  readonly summer: SummerTime | null
  /** Minutes ahead of UTC in winter, and the places, as in the IANA database. */
  readonly places: Readonly<Record<number, string>>
}

const rules: readonly Rule[] = [
  {
    summer: europe,
    places: {
      0: 'Europe/London Europe/Dublin Europe/Lisbon Atlantic/Canary',
      60: 'Europe/Amsterdam Europe/Andorra Europe/Belgrade Europe/Berlin Europe/Bratislava Europe/Brussels Europe/Budapest Europe/Copenhagen Europe/Ljubljana Europe/Luxembourg Europe/Madrid Europe/Malta Europe/Monaco Europe/Oslo Europe/Paris Europe/Prague Europe/Rome Europe/Sarajevo Europe/Skopje Europe/Stockholm Europe/Vaduz Europe/Vienna Europe/Warsaw Europe/Zagreb Europe/Zurich',
      120: 'Europe/Athens Europe/Bucharest Europe/Helsinki Europe/Kyiv Europe/Kiev Europe/Riga Europe/Sofia Europe/Tallinn Europe/Vilnius Asia/Nicosia',
    },
  },
  {
    summer: northAmerica,
    places: {
      '-300': 'America/New_York America/Toronto America/Detroit',
      '-360': 'America/Chicago America/Winnipeg',
      '-420': 'America/Denver America/Edmonton America/Boise',
      '-480': 'America/Los_Angeles America/Vancouver America/Tijuana',
      '-540': 'America/Anchorage',
      '-240': 'America/Halifax Atlantic/Bermuda',
    },
  },
  {
    summer: australia,
    places: { 600: 'Australia/Sydney Australia/Melbourne Australia/Hobart', 570: 'Australia/Adelaide' },
  },
  { summer: newZealand, places: { 720: 'Pacific/Auckland' } },
  {
    summer: null,
    places: {
      0: 'UTC Etc/UTC GMT Etc/GMT Atlantic/Reykjavik Africa/Abidjan Africa/Accra',
      60: 'Africa/Lagos Africa/Algiers Africa/Tunis',
      120: 'Africa/Johannesburg',
      180: 'Africa/Nairobi Asia/Riyadh Asia/Qatar Asia/Kuwait',
      240: 'Asia/Dubai',
      300: 'Asia/Karachi Asia/Tashkent',
      330: 'Asia/Kolkata Asia/Colombo',
      345: 'Asia/Kathmandu',
      420: 'Asia/Bangkok Asia/Ho_Chi_Minh Asia/Jakarta',
      480: 'Asia/Shanghai Asia/Hong_Kong Asia/Singapore Asia/Taipei Asia/Manila Asia/Kuala_Lumpur Australia/Perth',
      540: 'Asia/Tokyo Asia/Seoul',
      570: 'Australia/Darwin',
      600: 'Australia/Brisbane',
      '-300': 'America/Bogota America/Lima America/Panama America/Jamaica',
      '-240': 'America/Puerto_Rico America/La_Paz',
      '-360': 'America/Costa_Rica America/Guatemala America/Regina',
      '-420': 'America/Phoenix',
      '-600': 'Pacific/Honolulu',
    },
  },
]

interface Zone {
  readonly standard: number
  readonly summer: SummerTime | null
}

const zones = new Map<string, Zone>(
  rules.flatMap(({ summer, places }) =>
    Object.entries(places).flatMap(([standard, names]) =>
      names.split(' ').map((name) => [name.toLowerCase(), { standard: Number(standard), summer }] as const),
    ),
  ),
)

/** Names of the places whose clocks are known, in order. */
export const zoneNames: readonly string[] = rules
  .flatMap(({ places }) => Object.values(places).flatMap((names) => names.split(' ')))
  .sort()

const fixed = /^(?:UTC|GMT)?([-+])(\d{1,2})(?::?(\d{2}))?$/i

/** Summer time adds an hour between its beginning and its end; in the south it spans the turn of the year. */
const offsetOf = ({ standard, summer }: Zone): ZoneOffset => {
  if (summer === null) return () => standard
  const years = new Map<number, readonly [number, number]>()
  return (moment) => {
    const { year } = civilOf(Math.floor(moment + standard / 1440))
    const span = years.get(year) ?? summer(year, standard)
    years.set(year, span)
    const [begin, end] = span
    const isSummer = begin < end ? moment >= begin && moment < end : moment >= begin || moment < end
    return isSummer ? standard + 60 : standard
  }
}

/** The clocks of a place, `Europe/Berlin`, or of a fixed distance from UTC, `+02:00`; `null` where the text is neither. */
export const readZone = (text: string): ZoneOffset | null => {
  const match = fixed.exec(text)
  if (match !== null) {
    const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
    return minutes > 14 * 60 ? null : offsetOf({ standard: match[1] === '-' ? -minutes : minutes, summer: null })
  }
  const zone = zones.get(text.toLowerCase())
  return zone === undefined ? null : offsetOf(zone)
}

/** Minutes that a written offset means: `Z`, `UTC`, `+02:00`, `-0500`. */
export const writtenOffset = (text: string): number => {
  const match = fixed.exec(text)
  if (match === null) return 0
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
  return match[1] === '-' ? -minutes : minutes
}
