const formats = new Map<string, Intl.DateTimeFormat>()

const formatFor = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(timeZone, made)
  return made
}

/** What the clocks of a zone show at a moment, as the moment at which clocks in UTC show the same; from Node's own tables. */
export const shownIn = (timeZone: string, moment: number): number => {
  const parts = new Map(
    formatFor(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0
  const whole = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return whole + (((moment % 1000) + 1000) % 1000)
}

/** The moment at which the clocks of a zone show what clocks in UTC show at `local`. */
export const momentIn = (timeZone: string, local: number): number => {
  const near = local - (shownIn(timeZone, local) - local)
  return local - (shownIn(timeZone, near) - near)
}

const two = (size: number): string => String(Math.abs(size)).padStart(2, '0')

const offsetText = (minutes: number): string =>
  `${minutes < 0 ? '-' : '+'}${two(Math.trunc(minutes / 60))}${two(minutes % 60)}`

/** `Utilities.formatDate` for the letters that the add-on uses. */
export const formatDate = (moment: number, timeZone: string, format: string): string => {
  const local = new Date(shownIn(timeZone, moment))
  const words: Readonly<Record<string, string>> = {
    yyyy: String(local.getUTCFullYear()).padStart(4, '0'),
    MM: two(local.getUTCMonth() + 1),
    dd: two(local.getUTCDate()),
    HH: two(local.getUTCHours()),
    mm: two(local.getUTCMinutes()),
    ss: two(local.getUTCSeconds()),
    Z: offsetText(Math.trunc((local.getTime() - moment) / 60_000)),
  }
  return format.replace(/[A-Za-z]+/g, (letters) => {
    const word = words[letters]
    if (word === undefined) throw new Error(`formatDate: "${letters}" is not in this host.`)
    return word
  })
}
