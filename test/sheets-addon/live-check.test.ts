import { expect, test } from '@jest/globals'
import * as z from 'zod'
import { putCell } from '#local/workbook/cells'
import { newWorkbook } from '#local/workbook/make'
import { buildAddOn } from '../hosts/sheets/built.ts'
import { fillTab } from '../hosts/sheets/fill-tab.ts'
import { openHost } from '../hosts/sheets/host.ts'

const facts = z.object({
  intl: z.boolean(),
  library: z.array(z.string()),
  scriptZone: z.string(),
  spreadsheetZone: z.string(),
  midnights: z.record(z.string(), z.number()),
  offsets: z.record(z.string(), z.string()),
  cells: z.array(z.string()).nullable(),
})

test('the live check asks the stand-in what it will ask a real account', () => {
  const workbook = newWorkbook()
  const tab = fillTab(workbook, 'Cells', [['2024-03-31', 'text', 3]])
  putCell(tab, 0, 3, { value: { fault: '#DIV/0!' } })
  const code = buildAddOn().get('LiveCheck.js') ?? ''
  const host = openHost({ code, workbook, timeZone: 'Europe/Helsinki', scriptTimeZone: 'Pacific/Auckland' })
  host.trigger('liveCheck', 'FULL')
  expect(facts.parse(JSON.parse(host.screen.log[0] ?? ''))).toEqual({
    intl: true,
    library: ['flatMap', 'matchAll', 'fromEntries'],
    scriptZone: 'Pacific/Auckland',
    spreadsheetZone: 'Europe/Helsinki',
    midnights: {
      'Europe/Istanbul': 45382,
      'Europe/Helsinki': 45382,
      'Pacific/Honolulu': 45382,
      'Africa/Casablanca': 45382,
    },
    offsets: {
      'Europe/Istanbul': '+0300',
      'Europe/Helsinki': '+0300',
      'Pacific/Honolulu': '-1000',
      'Africa/Casablanca': '+0000',
    },
    cells: ['Date', 'string', 'number', '#DIV/0!'],
  })
})
