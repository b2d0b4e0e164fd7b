import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { dayOf } from '#core/cells/day'
import type { Instruction } from '#core/report/instructions'
import { readAddress } from '#local/workbook/address'
import { putCell } from '#local/workbook/cells'
import { workbookOfFile } from '#local/files/workbook-of-file'
import { writeWorkbook } from '#local/files/write'
import { changesSince } from '#local/workbook/compare-state'
import { copyWorkbook } from '#local/workbook/copy'
import { differences, sentences } from '#local/workbook/differences'
import { lookAt, type Fact } from '#local/workbook/facts'
import { tabById, tabNamed } from '#local/workbook/make'
import type { Workbook } from '#local/workbook/model'
import { launchBrowser } from '#scripts/browser/launch'
import { makeSite } from '#scripts/excel/site'
import { calculatorOf } from '../../excel-addin/pack-book.ts'
import { batchHostOf } from '../../hosts/excel/batch-host.ts'
import { openHost, type ExcelHost } from '../../hosts/excel/batch/host.ts'
import { openWebExcel, type WebExcel } from '../../hosts/excel/chromium-web.ts'
import type { SiteFiles } from '../../hosts/excel/chromium.ts'
import { FunctionsHost } from '../../hosts/excel/functions-host.ts'
import { floor } from '../../hosts/excel/requirement-sets.ts'
import { sampleWorkbook } from '../../hosts/sample-workbook.ts'
import { root } from '../../structure/repository.ts'
import { violationsIn } from '../panel/visit.ts'
import { substitutesOf, teamPackOf } from './sample-pack.ts'

const meeting = { text: '2026-11-02', day: dayOf(2026, 11, 2) }

/** For work that takes a while where several suites share a processor. */
const patience = { timeout: 90_000 }

let browser: Browser
let files: SiteFiles
let sample: Workbook
let instructions: readonly Instruction[]
/** The same pack as a file, read back. */
let file: Workbook

beforeAll(async () => {
  const [launched, site] = await Promise.all([launchBrowser(), makeSite(root)])
  browser = launched
  files = site.files
  sample = sampleWorkbook()
  instructions = teamPackOf(sample, meeting.day)
  file = await workbookOfFile(await writeWorkbook(instructions, { title: 'Pack' }))
})

afterAll(async () => {
  await browser.close()
})

interface Opened extends WebExcel {
  readonly host: ExcelHost
}

/** The add-in, opened on the sample in Excel on the web. */
const openOnSample = async (): Promise<Opened> => {
  const host = openHost(copyWorkbook(sample), { calculate: calculatorOf(instructions) })
  const viewport = { width: 350, height: 720 }
  const excel = await openWebExcel(browser, new FunctionsHost(batchHostOf(host)), { files, sets: floor, viewport })
  await excel.pane.getByText(/^Tables read/).waitFor({ state: 'attached' })
  return { host, ...excel }
}

const build = async ({ pane }: WebExcel): Promise<void> => {
  await pane.getByLabel('As-of date').fill(meeting.text)
  await pane.getByRole('button', { name: 'Build meeting pack' }).click()
  await pane.getByText('The pack is ready', { exact: true }).waitFor(patience)
}

/** What differs from the file: each in a sentence, or by the name of its substitute. */
const deviations = (workbook: Workbook): readonly string[] => {
  const tabs = file.tabs.map(({ name }) => name)
  const list = differences(lookAt(file, tabs), lookAt(workbook, tabs), substitutesOf(instructions))
  const named = new Set(list.flatMap(({ substitute }) => substitute ?? []))
  return [...sentences(list.filter(({ substitute }) => substitute === null)), ...[...named].sort()]
}

const named = ['excel-chart-alt', 'excel-sparkline-text', 'file-column-line']

/** Who was asked for the files of the pane, as the browser itself remembers it. */
const originsOf = async ({ pane }: WebExcel): Promise<readonly string[]> => {
  const addresses = await pane.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
  return [...new Set(addresses.map((address) => new URL(address).origin))].sort()
}

const withOtherFormat = (workbook: Workbook, { tab: name, where }: Fact): Workbook => {
  const changed = copyWorkbook(workbook)
  const [tab, area] = [tabNamed(changed, name), readAddress(where)]
  if (tab === undefined || area === null) throw new Error(`There is no cell ${where} on the tab "${name}".`)
  putCell(tab, area.row, area.column, { format: '0.000' })
  return changed
}

const withOtherChart = (workbook: Workbook): Workbook => {
  const changed = copyWorkbook(workbook)
  const chart = changed.tabs.flatMap(({ charts }) => charts).find(({ kind }) => kind === 'stackedColumn')
  if (chart === undefined) throw new Error('No chart has stacked columns.')
  chart.kind = 'line'
  return changed
}

/** How people see it in Excel on the web, which tells an add-in no theme: by what their system is set to. */
const looks = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced colours', colorScheme: 'dark', forcedColors: 'active' },
] as const

const violationsByLook = async ({ page, pane }: WebExcel): Promise<readonly string[]> => {
  const found: string[] = []
  for (const { name, ...media } of looks) {
    await page.emulateMedia(media)
    // Colours fade into one another for a moment.
    await page.waitForTimeout(300)
    found.push(...(await violationsIn(pane)).map((violation) => `${name}: ${violation}`))
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
  return found
}

describe('the built add-in in Excel on the web', () => {
  let excel: Opened

  beforeAll(async () => {
    excel = await openOnSample()
  })

  afterAll(async () => {
    expect(excel.troubles).toEqual({ errors: [], outside: [] })
    await excel.close()
  })

  test.each(['Pack', 'Data', 'Functions', 'Settings', 'Help'])(
    'shows the page %s without a violation of accessibility in any look',
    async (name) => {
      await excel.pane.getByRole('tab', { name }).click()
      expect(await violationsByLook(excel)).toEqual([])
    },
  )

  test('builds the pack of the sample as it stands in a file, but for the named substitutes', async () => {
    await excel.pane.getByRole('tab', { name: 'Pack' }).click()
    await build(excel)
    expect(lookAt(file).length).toBeGreaterThan(5000)
    expect(deviations(excel.host.workbook)).toEqual(named)
    expect(changesSince(sample, excel.host.workbook).filter((change) => change.startsWith('Tab '))).toEqual([])
  })

  test('would be found out with one other number format, and with one other chart', () => {
    const { workbook } = excel.host
    const fact = lookAt(file).find(({ kind }) => kind === 'format')
    if (fact === undefined) throw new Error('No cell has a number format.')
    expect(deviations(withOtherFormat(workbook, fact))).toEqual([
      expect.stringContaining(`Tab "${fact.tab}", format ${fact.where}: expected ${fact.is}, found "0.000"`),
      ...named,
    ])
    expect(deviations(withOtherChart(workbook))).toEqual([
      expect.stringMatching(/, chart .*"stackedColumn".*, found .*"line"/),
      ...named,
    ])
  })

  test('shows the result without a violation, and leads to a tab of the pack', async () => {
    expect(await violationsByLook(excel)).toEqual([])
    await excel.page.mouse.move(0, 0)
    if (process.env.PICTURES === '1') {
      // Colours still fade from the look before.
      await excel.page.waitForTimeout(500)
      await excel.page.screenshot({ path: join(root, 'docs/pictures/excel-task-pane.png') })
    }
    const { page, pane, host } = excel
    const link = pane.getByRole('list', { name: 'Tabs of the pack' }).getByRole('button').last()
    const inView = (): string | undefined => tabById(host.workbook, host.workbook.active)?.name
    expect(inView()).toBe(sample.tabs[0]?.name)
    await link.click()
    for (let tries = 0; tries < 50 && inView() === sample.tabs[0]?.name; tries++) await page.waitForTimeout(100)
    expect(inView()).toBe(file.tabs.at(-1)?.name)
    expect(await link.textContent()).toBe(inView())
  })

  test('takes the whole pack back, and remembers nothing but what was chosen', async () => {
    const { pane, host } = excel
    await pane.getByRole('button', { name: 'Undo this run' }).click()
    await pane.getByText(/was undone\. The workbook is as it was before it\.$/).waitFor(patience)
    const remembered: unknown = expect.stringMatching(/^The workbook, settings, spm\.panel was absent and is .*TEAM/)
    expect(changesSince(sample, host.workbook)).toEqual([remembered])
  })

  test('asks nobody but its own server and the library of Office', async () => {
    expect(await originsOf(excel)).toEqual(['https://appsforoffice.microsoft.com', 'https://localhost:3000'])
    expect(excel.troubles).toEqual({ errors: [], outside: [] })
  })
})
