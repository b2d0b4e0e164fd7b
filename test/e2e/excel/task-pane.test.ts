import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { dayOf } from '#core/cells/day'
import type { Instruction } from '#core/report/instructions'
import { workbookOfFile } from '#local/files/workbook-of-file'
import { writeWorkbook } from '#local/files/write'
import { copyWorkbook } from '#local/workbook/copy'
import { differences, sentences } from '#local/workbook/differences'
import { lookAt } from '#local/workbook/facts'
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
import { substitutesOf, teamPackOf } from './sample-pack.ts'

const meeting = { text: '2026-11-02', day: dayOf(2026, 11, 2) }

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

/** The add-in, opened on the sample in Excel on the web. */
const openOnSample = async (): Promise<WebExcel & { readonly host: ExcelHost }> => {
  const host = openHost(copyWorkbook(sample), { calculate: calculatorOf(instructions) })
  const viewport = { width: 350, height: 720 }
  const excel = await openWebExcel(browser, new FunctionsHost(batchHostOf(host)), { files, sets: floor, viewport })
  await excel.pane.getByText(/^Tables read/).waitFor({ state: 'attached' })
  return { host, ...excel }
}

const build = async ({ pane }: WebExcel): Promise<void> => {
  await pane.getByLabel('As-of date').fill(meeting.text)
  await pane.getByRole('button', { name: 'Build meeting pack' }).click()
  await pane.getByText('The pack is ready', { exact: true }).waitFor({ timeout: 90_000 })
}

/** What differs from the file: each in a sentence, or by the name of its substitute. */
const deviations = (workbook: Workbook): readonly string[] => {
  const tabs = file.tabs.map(({ name }) => name)
  const list = differences(lookAt(file, tabs), lookAt(workbook, tabs), substitutesOf(instructions))
  const named = new Set(list.flatMap(({ substitute }) => substitute ?? []))
  return [...sentences(list.filter(({ substitute }) => substitute === null)), ...[...named].sort()]
}

const named = ['excel-chart-alt', 'excel-sparkline-text', 'file-column-line']

describe('the built add-in in Excel on the web', () => {
  test('builds the pack of the sample as it stands in a file, but for the named substitutes', async () => {
    const excel = await openOnSample()
    await build(excel)
    expect(lookAt(file).length).toBeGreaterThan(5000)
    expect(deviations(excel.host.workbook)).toEqual(named)
    expect(excel.troubles).toEqual({ errors: [], outside: [] })
    await excel.close()
  })
})
