import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Frame } from 'playwright-core'
import { peekCell } from '#local/workbook/cells'
import { newWorkbook, tabNamed } from '#local/workbook/make'
import { launchBrowser } from '../../../scripts/browser/launch.ts'
import { batchHostOf } from '../../hosts/excel/batch-host.ts'
import { faultAt } from '../../hosts/excel/batch/faults.ts'
import { openHost, type ExcelHost } from '../../hosts/excel/batch/host.ts'
import { openWebExcel } from '../../hosts/excel/chromium-web.ts'
import { openWindowsExcel } from '../../hosts/excel/chromium-windows.ts'
import type { SiteFiles, Troubles } from '../../hosts/excel/chromium.ts'
import { FunctionsHost } from '../../hosts/excel/functions-host.ts'
import { floor } from '../../hosts/excel/requirement-sets.ts'

const script = `
const say = (text) => { document.getElementById('said').textContent += text + '\\n' }
Office.onReady().then(({ host, platform }) => say('ready in ' + host + ' ' + platform))
document.getElementById('write').onclick = () => Excel.run(async (context) => {
  const sheet = context.workbook.worksheets.add('Written')
  sheet.getRange('A1:B1').values = [['Stage', 'Value']]
  sheet.onChanged.add(async ({ address }) => say('changed ' + address))
  await context.sync()
  say('written')
}).catch(({ code }) => say('failed ' + code))
`

const files: SiteFiles = new Map([
  [
    'taskpane.html',
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Pane</title><link rel="icon" href="data:,">' +
      '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>' +
      '<button id="write">Write</button><pre id="said"></pre><script src="pane.js"></script></html>',
  ],
  ['pane.js', script],
])

interface Opened {
  readonly pane: Frame
  readonly troubles: Troubles
  close(): Promise<void>
}

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
})

const options = { files, sets: floor }

/** A whole page asks Excel about functions and about itself too. */
const behindPage = (host: ExcelHost): FunctionsHost => new FunctionsHost(batchHostOf(host))

const places = {
  web: async (host: ExcelHost): Promise<Opened> => await openWebExcel(browser, behindPage(host), options),
  windows: async (host: ExcelHost): Promise<Opened> => {
    const { page, ...rest } = await openWindowsExcel(browser, behindPage(host), options)
    return { pane: page.mainFrame(), ...rest }
  },
}

const ready = { web: 'ready in Excel OfficeOnline', windows: 'ready in Excel PC' }

const said = async (pane: Frame, text: string): Promise<void> => {
  await pane.locator('#said', { hasText: text }).waitFor()
}

describe.each(['web', 'windows'] as const)('the whole office.js in Chromium, as in Excel: %s', (place) => {
  test('starts, writes into the workbook and hears of a change, without asking anybody else', async () => {
    const host = openHost(newWorkbook('Sheet1'))
    const { pane, troubles, close } = await places[place](host)
    await said(pane, ready[place])
    await pane.click('#write')
    await said(pane, 'written')
    host.type('Written', 'B2', [[7]])
    await said(pane, 'changed B2')
    expect(peekCell(tabNamed(host.workbook, 'Written')!, 0, 1).value).toBe('Value')
    expect(troubles).toEqual({ errors: [], outside: [] })
    await close()
  })

  test('tells a refused request by the code of office.js', async () => {
    const host = openHost(newWorkbook('Sheet1'))
    host.faults = faultAt(1, { kind: 'lost', status: 5012 })
    const { pane, close } = await places[place](host)
    await said(pane, ready[place])
    await pane.click('#write')
    await said(pane, 'failed InvalidOrTimedOutSession')
    await close()
  })
})
