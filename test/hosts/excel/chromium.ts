import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Browser, BrowserContext, Page, Route } from 'playwright-core'
import { officeFolder } from './office-files.ts'
import type { BatchHost, HostEvent } from './transport.ts'

/** Where Microsoft serves office.js; the tests answer with the package. */
const officeAddress = 'https://appsforoffice.microsoft.com/lib/1/hosted/'
export const addinOrigin = 'https://localhost:3000'

/** What an add-in's server serves, by path, such as `taskpane.html`. */
export type SiteFiles = ReadonlyMap<string, Uint8Array | string>

export interface ChromiumOptions {
  readonly files: SiteFiles
  /** Path and query of the page that Excel opens; `taskpane.html` by default. */
  readonly page?: string
  readonly sets: Readonly<Record<string, string>>
  readonly locale?: string
  readonly viewport?: { readonly width: number; readonly height: number }
}

/** What went wrong in a page that nobody asserted on. */
export interface Troubles {
  /** Errors on the console and thrown ones. */
  readonly errors: string[]
  /** Addresses that nobody here serves. */
  readonly outside: string[]
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
}

const answer = async (route: Route, path: string, body: Uint8Array | string | undefined): Promise<void> => {
  if (body === undefined) await route.fulfill({ status: 404, body: `There is no ${path} here.` })
  else
    await route.fulfill({
      body: typeof body === 'string' ? body : Buffer.from(body),
      contentType: types[extname(path)] ?? 'application/octet-stream',
      headers: { 'access-control-allow-origin': '*' },
    })
}

const officeFile = (path: string): Uint8Array | undefined => {
  const file = join(officeFolder, path)
  return existsSync(file) ? readFileSync(file) : undefined
}

/** Answers every request of the pages from here: the add-in's files, office.js from its package, and nothing else. */
const serve = async (context: BrowserContext, sites: Readonly<Record<string, SiteFiles>>): Promise<Troubles> => {
  const troubles: Troubles = { errors: [], outside: [] }
  await context.route('**/*', async (route) => {
    const { href, origin, pathname } = new URL(route.request().url())
    if (href.startsWith(officeAddress)) {
      const path = pathname.slice(new URL(officeAddress).pathname.length)
      return await answer(route, path, officeFile(path))
    }
    const files = sites[origin]
    if (files !== undefined) return await answer(route, pathname, files.get(pathname.slice(1)))
    troubles.outside.push(href)
    await route.abort()
  })
  return troubles
}

/** How a page in the browser reaches the host, which runs here. */
interface Wire {
  readonly page: Page
  readonly troubles: Troubles
}

/**
 * Opens a page whose `window.spmExecute(batch)` resolves to what the host answers, and whose `window.spmDeliver(events)`
 * is called with the host's events.
 */
export const openWiredPage = async (
  browser: Browser,
  host: BatchHost,
  sites: Readonly<Record<string, SiteFiles>>,
  viewport: ChromiumOptions['viewport'] = { width: 1100, height: 800 },
): Promise<Wire> => {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport })
  const troubles = await serve(context, sites)
  const page = await context.newPage()
  page.on('pageerror', ({ message }) => troubles.errors.push(message))
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.errors.push(message.text())
  })
  await page.exposeFunction('spmExecute', (batch: string) => host.execute(batch))
  host.deliverTo((events) => {
    if (page.isClosed()) return
    page.evaluate(deliver, events).catch((error: unknown) => troubles.errors.push(String(error)))
  })
  return { page, troubles }
}

/** The page's side of the wire. */
export interface WiredWindow {
  spmExecute(batch: string): Promise<string | { readonly code: number; readonly message: string }>
  spmDeliver?: (events: readonly HostEvent[]) => void
}

const deliver = (events: readonly HostEvent[]): void => {
  ;(window as unknown as WiredWindow).spmDeliver?.(events)
}
