import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Frame, Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export interface Look {
  readonly name: string
  readonly theme?: 'light' | 'dark' | 'contrast'
  readonly colorScheme?: 'light' | 'dark'
  readonly forcedColors?: 'active' | 'none'
}

export const looks: readonly Look[] = [
  { name: 'light', theme: 'light' },
  { name: 'dark', theme: 'dark' },
  { name: 'contrast', theme: 'contrast' },
  { name: 'forced colours', colorScheme: 'dark', forcedColors: 'active' },
]

/** An open panel, and everything that went wrong in it so far. */
export interface Visit {
  readonly page: Page
  readonly faults: string[]
  tab(name: string): Promise<void>
}

export interface Asked {
  readonly width?: number
  readonly height?: number
  readonly look?: Look
  readonly query?: string
}

/** Opens the panel and waits until the workbook has been read. */
export const visit = async (browser: Browser, address: string, asked: Asked = {}): Promise<Visit> => {
  const { width = 350, height = 720, look = { name: 'light' }, query = 'welcomed=1' } = asked
  const { theme, colorScheme = 'light', forcedColors = 'none' } = look
  const page = await browser.newPage({ viewport: { width, height }, colorScheme, forcedColors })
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(address) && !url.startsWith('data:')) faults.push(`asked ${url}`)
  })
  await page.goto(`${address}?${query}${theme === undefined ? '' : `&theme=${theme}`}`)
  await page.getByRole('tab', { name: 'Pack' }).waitFor()
  if (!query.includes('broken')) await page.getByText(/^Tables read/).waitFor({ state: 'attached' })
  return {
    page,
    faults,
    tab: async (name) => {
      await page.getByRole('tab', { name }).click()
      await page.waitForTimeout(300)
    },
  }
}

/** Violations that axe finds, each as rule and place; Fluent's own focus markers are left out. */
export const violationsIn = async (page: Page | Frame): Promise<readonly string[]> => {
  await page.evaluate(axe)
  return await page.evaluate(async () => {
    const { axe } = window as unknown as {
      readonly axe: { run(context: object): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> }
    }
    const { violations } = await axe.run({ exclude: [['[data-tabster-dummy]']] })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${String(target)}`))
  })
}

/** Parts that stick out to the side, and texts that are cut without a sign of it. */
export const overflowsIn = async (page: Page): Promise<readonly string[]> =>
  await page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const isSideways = (element: Element): boolean => element.closest('.spm-scroll, .spm-hidden') !== null
    const named = (element: Element): string => `${element.tagName} ${element.textContent.slice(0, 40)}`
    return [...document.querySelectorAll('.spm *')]
      .filter((element) => !isSideways(element) && element.getBoundingClientRect().right > width + 1)
      .map(named)
  })

/** What is seen in the corner that Excel keeps for its own buttons: 34 by 32 pixels at the top right. */
export const inTheCorner = async (page: Page): Promise<readonly string[]> =>
  await page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const points = [4, 12, 20, 28].flatMap((y) => [4, 12, 20, 28, 33].map((x) => [width - x, y] as const))
    const seen = points.flatMap(([x, y]) => document.elementFromPoint(x, y) ?? [])
    return [...new Set(seen)]
      .filter((element) => !element.matches('.spm-top, .spm, .spm-root'))
      .map((element) => `${element.tagName} ${element.textContent.slice(0, 40)}`)
  })
