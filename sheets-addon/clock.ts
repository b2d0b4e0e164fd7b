/** Turns the moments that Apps Script hands over into civil days and times of the spreadsheet, and back. */
export interface Clock {
  /** A serial number: whole days since 1899-12-30, the fraction is the time of day. */
  serialOf(moment: Date): number
  /** The moment at which the clocks of the spreadsheet show that day and time. */
  momentOf(serial: number): Date
}

const minute = 60_000
const day = 86_400_000
const epoch = 25_569 // 1970-01-01
const stretch = 14 * day

/** Before this, clocks ran by local mean time, which differs from UTC by odd seconds. */
const clocksAgree = Date.UTC(1930, 0, 1)

const minutesIn = (offset: string): number => {
  const size = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3, 5))
  return offset.startsWith('-') ? -size : size
}

/** Asks the service once for each moment, and remembers what it said. */
const remembering = <T>(ask: (moment: number) => T): ((moment: number) => T) => {
  const known = new Map<number, T>()
  return (moment) => {
    const found = known.get(moment)
    if (found !== undefined) return found
    const asked = ask(moment)
    known.set(moment, asked)
    return asked
  }
}

/** The minute in which an offset becomes another one, by halving. */
const changeBetween = (from: number, to: number, offsetAt: (moment: number) => number): number => {
  const before = offsetAt(from)
  let [low, high] = [from / minute, to / minute]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(middle * minute) === before) low = middle
    else high = middle
  }
  return high * minute
}

/**
 * The clocks of a time zone. The zone is asked for at the ends of the fortnights that dates lie in, and where they
 * differ for the minute in between: a column of dates costs a few calls, not one for each cell.
 */
export const clockOf = (timeZone: string): Clock => {
  const say = (moment: number, format: string): string => Utilities.formatDate(new Date(moment), timeZone, format)
  const offsetAt = remembering((moment) => minutesIn(say(moment, 'Z')) * minute)
  const changeIn = remembering((start) => changeBetween(start, start + stretch, offsetAt))
  const spelled = remembering((moment) => {
    const [year = 0, month = 0, date = 0, hour = 0, minutes = 0, second = 0] = say(moment, 'yyyy,MM,dd,HH,mm,ss')
      .split(',')
      .map(Number)
    return Date.UTC(year, month - 1, date, hour, minutes, second)
  })
  const offset = (moment: number): number => {
    if (moment < clocksAgree) return spelled(moment) - Math.floor(moment / 1000) * 1000
    const start = Math.floor(moment / stretch) * stretch
    const [first, last] = [offsetAt(start), offsetAt(start + stretch)]
    if (first === last) return first
    return moment < changeIn(start) ? first : last
  }
  return {
    serialOf: (moment) => (moment.getTime() + offset(moment.getTime())) / day + epoch,
    momentOf: (serial) => {
      const local = Math.round((serial - epoch) * day)
      const near = local - offset(local)
      return new Date(local - offset(near))
    },
  }
}
