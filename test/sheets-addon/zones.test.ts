import { beforeAll, describe, expect, test } from '@jest/globals'
import { dayOf } from '#core/cells/day'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { newWorkbook } from '#local/workbook/make'
import { buildAddOn } from '../hosts/sheets/built.ts'
import { momentOfSerial, serialIn } from '../hosts/sheets/cell-values.ts'
import { typedDay } from '../hosts/sheets/fill-tab.ts'
import { openHost } from '../hosts/sheets/host.ts'
import { isDate } from '../hosts/sheets/realm.ts'

const scripts = ['Etc/GMT', 'America/New_York', 'Pacific/Auckland']
const spreadsheets = ['Europe/Istanbul', 'Europe/Helsinki', 'Pacific/Honolulu', 'Africa/Casablanca', 'Pacific/Apia']

/** Answers that hang on days: lists with dates, months, ages. */
const questions = ['OVERDUE_DEALS', 'CLOSED_DEALS', 'STALE_DEALS', 'WON', 'SALES_CYCLE', 'PERIODS']

let code = ''

beforeAll(() => {
  code = buildAddOn().get('Code.js') ?? ''
})

/** The ten deals with dates as Google hands them over; some at a time of day, which does not change the day. */
const range = (zone: string, time: number): unknown =>
  tenDeals.map((row) =>
    row.map((cell) => {
      const day = typedDay(cell)
      return day === null ? (cell ?? '') : new Date(momentOfSerial(zone, day + time))
    }),
  )

const answers = (script: string, zone: string, time = 0): unknown => {
  const now = momentOfSerial(zone, dayOf(2024, 3, 31) + 0.99)
  const host = openHost({ code, workbook: newWorkbook('Notes'), timeZone: zone, scriptTimeZone: script, now })
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plain)
    return isDate(value) ? serialIn(zone, value.getTime()) : value
  }
  return questions.map((name) => {
    const shown = host.formula(`SPM_${name}`, ...(name === 'PERIODS' ? [] : [range(zone, time)]))
    return 'error' in shown ? shown : plain(shown.cells)
  })
}

describe('answers do not depend on time zones', () => {
  let expected: unknown

  beforeAll(() => {
    expected = answers('Etc/GMT', 'Etc/GMT')
  })

  describe.each(scripts)('a script in %s', (script) => {
    test.each(spreadsheets)('on a spreadsheet in %s', (zone) => {
      expect(answers(script, zone)).toEqual(expected)
    })
  })

  test.each(spreadsheets)('nor does a time of day in %s, late in the evening or just after midnight', (zone) => {
    expect(answers('Etc/GMT', zone, 23.9 / 24)).toEqual(answers('Etc/GMT', 'Etc/GMT', 23.9 / 24))
    expect(answers('Pacific/Auckland', zone, 0.01)).toEqual(answers('Etc/GMT', 'Etc/GMT', 0.01))
  })

  test('the answers are answers', () => {
    expect(JSON.stringify(expected)).not.toContain('error')
  })
})
