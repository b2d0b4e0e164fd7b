import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdirSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '#scripts/browser/launch'
import { root } from '../structure/repository.ts'
import { serveHarness } from './panel/serve-harness.ts'
import { inTheCorner, looks, overflowsIn, violationsIn, visit, type Visit } from './panel/visit.ts'

/** Where pictures go when they are asked for: `PICTURES=1 npm run e2e -- test/e2e/panel.test.ts`. */
const pictures = process.env.PICTURES === '1' ? join(root, 'docs/pictures') : null

const pages = ['Pack', 'Data', 'Functions', 'Settings', 'Help'] as const

let browser: Browser
let server: Server
let address = ''

beforeAll(async () => {
  const [served, launched] = await Promise.all([serveHarness(), launchBrowser()])
  server = served.server
  address = served.address
  browser = launched
  if (pictures !== null) mkdirSync(pictures, { recursive: true })
})

afterAll(async () => {
  await browser.close()
  server.close()
})

const picture = async ({ page }: Visit, name: string): Promise<void> => {
  if (pictures === null) return
  await page.mouse.move(0, 0)
  await page.screenshot({ path: join(pictures, `panel-${name}.png`) })
}

/** Opens what is closed on a page, so that what is inside is looked at too. */
const openAll = async ({ page, tab }: Visit, name: (typeof pages)[number]): Promise<void> => {
  await tab(name)
  if (name === 'Pack') await page.getByText(/tabs to be written/).click()
  if (name === 'Data') {
    await page.getByRole('button', { name: /^Opportunities/ }).click()
    await page.getByRole('button', { name: 'Edit mapping' }).click()
  }
  if (name === 'Functions') {
    await page.getByLabel('Search functions').fill('stale')
    await page.getByRole('button', { name: /^Stale deals/ }).click()
    await page.getByRole('button', { name: 'Show examples' }).click()
    await page.getByText('Not updated for 60 days; the 60th day counts.').waitFor()
  }
}

describe.each(looks)('the panel in $name', (look) => {
  test('has no violation of accessibility on any page, and nothing in the console', async () => {
    const open = await visit(browser, address, { look, width: 320 })
    for (const name of pages) {
      await openAll(open, name)
      expect([name, await violationsIn(open.page)]).toEqual([name, []])
      expect([name, await overflowsIn(open.page)]).toEqual([name, []])
      if (name === 'Pack') await picture(open, `pack-${look.name.replace(' ', '-')}`)
    }
    await open.page.locator('.spm-trust-bar').click()
    expect(await violationsIn(open.page)).toEqual([])
    expect(open.faults).toEqual([])
    await open.page.close()
  })
})

describe.each([350, 320, 300])('the panel at a width of %i pixels', (width) => {
  test('shows every page without a part that sticks out, and leaves the corner of Excel free', async () => {
    const open = await visit(browser, address, { width })
    for (const name of pages) {
      await openAll(open, name)
      expect([name, await overflowsIn(open.page)]).toEqual([name, []])
      expect([name, await inTheCorner(open.page)]).toEqual([name, []])
      if (width === 350) await picture(open, name.toLowerCase())
    }
    expect(open.faults).toEqual([])
    await open.page.close()
  })
})

describe('the flows of the panel', () => {
  test('the first card adds the sample, and the pack is built from it with a link to each tab', async () => {
    const open = await visit(browser, address, { query: 'book=empty' })
    const { page } = open
    await picture(open, 'first')
    expect(await violationsIn(page)).toEqual([])
    await page.getByRole('button', { name: 'Try with sample data' }).click()
    await page.getByText(/tabs to be written/).waitFor()
    await page.getByRole('button', { name: 'Build meeting pack' }).click()
    await page.getByText('The pack is ready', { exact: true }).waitFor()
    await picture(open, 'result')
    expect(await violationsIn(page)).toEqual([])
    const links = page.getByRole('list', { name: 'Tabs of the pack' }).getByRole('button')
    const names = await page.evaluate(() =>
      window.spmHost.book().tabs.flatMap(({ name }) => (name.startsWith('TEAM') ? [name] : [])),
    )
    expect(await links.allTextContents()).toEqual(names)
    await links.first().click()
    await page.waitForFunction(() => window.spmHost.seen.shown.length === 1)
    expect(open.faults).toEqual([])
    await page.close()
  })

  test('a pack that is being written shows its progress, and is cancelled without a trace', async () => {
    const open = await visit(browser, address, { query: 'welcomed=1&slow=400' })
    const { page } = open
    await page.getByRole('button', { name: 'Build meeting pack' }).click()
    await page.getByText(/^Writing TEAM/).waitFor()
    await picture(open, 'building')
    expect(await violationsIn(page)).toEqual([])
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('button', { name: 'Choose again' }).waitFor()
    const names = await page.evaluate(() => window.spmHost.book().tabs.map(({ name }) => name))
    expect(names.filter((name) => name.startsWith('TEAM'))).toEqual([])
    expect(open.faults).toEqual([])
    await page.close()
  })

  test('a run that was broken off is put back before anything else', async () => {
    const open = await visit(browser, address, { query: 'welcomed=1&broken=1' })
    const { page } = open
    await page.getByText(/was broken off/).waitFor()
    await picture(open, 'broken-off')
    expect(await violationsIn(page)).toEqual([])
    await page.getByRole('button', { name: 'Put back' }).click()
    await page.getByRole('button', { name: 'Build meeting pack' }).waitFor()
    expect(open.faults).toEqual([])
    await page.close()
  })

  test('the keyboard alone goes from page to page and builds the pack, and the focus is always to be seen', async () => {
    const open = await visit(browser, address)
    const { page } = open
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Tables and findings' }).waitFor()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    await page.getByText(/tabs to be written/).waitFor()
    const focused = async (): Promise<string> => await page.evaluate(() => document.activeElement?.textContent ?? '')
    for (let presses = 0; presses < 20 && (await focused()) !== 'Build meeting pack'; presses++)
      await page.keyboard.press('Tab')
    expect(await focused()).toBe('Build meeting pack')
    await page.keyboard.press('Enter')
    await page.getByText('The pack is ready', { exact: true }).waitFor()
    await page.close()
  })
})
