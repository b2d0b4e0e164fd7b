import { beforeAll, describe, expect, test } from '@jest/globals'
import { dayOf } from '#core/cells/day'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { peekCell, putCell } from '#local/workbook/cells'
import { changesSince } from '#local/workbook/compare-state'
import { copyWorkbook } from '#local/workbook/copy'
import { newWorkbook, tabNamed } from '#local/workbook/make'
import type { Workbook } from '#local/workbook/model'
import { buildAddOn } from '../hosts/sheets/built.ts'
import { momentOfSerial } from '../hosts/sheets/cell-values.ts'
import { fillTab } from '../hosts/sheets/fill-tab.ts'
import { openHost, type SheetsHost } from '../hosts/sheets/host.ts'

let code = ''

beforeAll(() => {
  code = buildAddOn().get('Code.js') ?? ''
})

const formulas = ['SPM_WIN_RATE()', 'SPM_WON(Deals!A1:K11)', 'SPM_STALE_DEALS(Deals!A1:K11,SPM_AsOf)']

const answersBook = (): Workbook => {
  const workbook = newWorkbook('Notes')
  fillTab(workbook, 'Deals', tenDeals)
  const tab = fillTab(workbook, 'Answers', [['Answers']])
  for (const [i, formula] of formulas.entries()) putCell(tab, i + 1, 0, { formula })
  return workbook
}

const open = (workbook: Workbook): SheetsHost =>
  openHost({
    code,
    workbook,
    timeZone: 'Europe/Helsinki',
    now: momentOfSerial('Europe/Helsinki', dayOf(2024, 3, 31) + 0.5),
  })

const failAt = (host: SheetsHost, at: number): void => {
  const start = host.calls.log.length
  host.calls.fault = (index, name) => {
    if (index - start === at) throw new Error(`Service error: ${name}`)
  }
}

const formulasIn = (workbook: Workbook): readonly unknown[] => {
  const tab = tabNamed(workbook, 'Answers')
  return formulas.map((_, i) => tab && peekCell(tab, i + 1, 0).formula)
}

describe('a fault at any call of a service', () => {
  test('while formulas are refreshed loses no formula, and the next refresh is whole', () => {
    const clean = open(answersBook())
    clean.trigger('refreshFormulas', 'FULL')
    const points = clean.calls.log.length
    expect(points).toBeGreaterThan(15)
    for (let at = 0; at < points; at++) {
      const workbook = answersBook()
      const host = open(workbook)
      failAt(host, at)
      expect(() => {
        host.trigger('refreshFormulas', 'FULL')
      }).toThrow('Service error')
      expect(formulasIn(workbook)).toEqual(formulas)
      host.calls.fault = () => undefined
      host.trigger('refreshFormulas', 'FULL')
      expect(changesSince(clean.workbook, workbook)).toEqual([])
    }
    process.stderr.write(`Refreshing: ${points} calls, a fault at each of them, 0 failures\n`)
  })

  test('while a formula is worked out is the error of its cell, and changes nothing', () => {
    const workbook = answersBook()
    const before = copyWorkbook(workbook)
    const counted = open(workbook)
    expect(counted.formula('SPM_WIN_RATE')).toEqual({ cells: 0.6 })
    const points = counted.calls.log.length
    for (let at = 0; at < points; at++) {
      const host = open(workbook)
      failAt(host, at)
      expect(host.formula('SPM_WIN_RATE')).toEqual({ error: expect.stringContaining('Service error') as unknown })
    }
    expect(changesSince(before, workbook)).toEqual([])
    expect(points).toBeGreaterThan(5)
  })
})
