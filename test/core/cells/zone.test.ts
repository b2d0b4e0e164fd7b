import { describe, expect, test } from '@jest/globals'
import { dayOf } from '#core/cells/day'
import { readZone, zoneNames } from '#core/cells/zone'

/** Minutes ahead of UTC, as the ICU of this runtime knows them. */
const known = (zone: string): ((milliseconds: number) => number) => {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  return (milliseconds) => {
    const name = format.formatToParts(milliseconds).find(({ type }) => type === 'timeZoneName')?.value ?? ''
    const match = /GMT(?:([-+])(\d{2}):(\d{2}))?/.exec(name)
    const minutes = Number(match?.[2] ?? 0) * 60 + Number(match?.[3] ?? 0)
    return match?.[1] === '-' ? -minutes : minutes
  }
}

const toMilliseconds = (moment: number): number => Math.round((moment - dayOf(1970, 1, 1)) * 86400) * 1000

describe('readZone', () => {
  test.each(zoneNames)('%s has the clocks that the ICU has, from 2011 to 2037', (name) => {
    const [zone, icu] = [readZone(name), known(name)]
    const wrong: string[] = []
    for (let day = dayOf(2011, 1, 1); day < dayOf(2038, 1, 1); day += 5)
      if (zone?.(day) !== icu(toMilliseconds(day))) wrong.push(`${day}: ${zone?.(day)} ${icu(toMilliseconds(day))}`)
    expect(wrong).toEqual([])
  })

  test.each(['Europe/Berlin', 'America/New_York', 'America/Los_Angeles', 'Australia/Sydney', 'Pacific/Auckland'])(
    'in %s summer time begins and ends in the hour in which it does',
    (name) => {
      const [zone, icu] = [readZone(name), known(name)]
      const wrong: number[] = []
      for (const year of [2012, 2024, 2026])
        for (const month of [3, 4, 9, 10, 11])
          for (let hour = 0; hour < 31 * 24; hour++) {
            const moment = dayOf(year, month, 1) + (hour + 0.5) / 24
            if (zone?.(moment) !== icu(toMilliseconds(moment))) wrong.push(moment)
          }
      expect(wrong).toEqual([])
    },
  )

  test('before 2007 summer in New York began in April and ended in October', () => {
    const [zone, icu] = [readZone('America/New_York'), known('America/New_York')]
    for (let day = dayOf(1990, 1, 1); day < dayOf(2010, 1, 1); day++)
      expect([day, zone?.(day)]).toEqual([day, icu(toMilliseconds(day))])
  })

  test.each([
    ['+02:00', 120],
    ['-0530', -330],
    ['UTC+1', 60],
    ['+14:00', 840],
    ['utc', 0],
  ])('%s is %d minutes ahead of UTC all year', (text, minutes) => {
    const zone = readZone(text)
    expect([zone?.(dayOf(2026, 1, 1)), zone?.(dayOf(2026, 7, 1))]).toEqual([minutes, minutes])
  })

  test.each(['Berlin', 'CET', '+15:00', '2', ''])('%j is no zone', (text) => {
    expect(readZone(text)).toBeNull()
  })
})
