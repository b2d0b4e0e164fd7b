import type { Browser, Page } from 'playwright-core'
import { addinOrigin, openWiredPage, type ChromiumOptions, type Troubles, type WiredWindow } from './chromium.ts'
import type { BatchHost } from './transport.ts'

interface WindowsFacts {
  readonly sets: Readonly<Record<string, string>>
  readonly locale: string
}

/**
 * `window.external` as Excel on Windows gives it to a page, with the host behind a wire. Runs in the browser before the
 * page's own scripts, and must not use anything from outside itself.
 */
const beExcelOnWindows = ({ sets, locale }: WindowsFacts): void => {
  const wired = window as unknown as WiredWindow
  const calls = { batch: 93, events: 33 }
  const safeArray = (items: readonly unknown[]): object => ({ toArray: () => items, dimensions: () => 1 })
  const answers = {
    GetAppType: 1,
    GetSolutionRef: 'spm',
    GetAppVersionMajor: 16,
    GetAppVersionMinor: 1,
    GetAppUILocale: locale,
    GetAppDataLocale: locale,
    GetDocUrl: 'C:\\Book1.xlsx',
    GetAppCapabilities: 0,
    GetActivationMode: 2,
    GetControlIntegrationLevel: 1,
    GetSolutionToken: '',
    GetCorrelationId: 'correlation',
    GetInstanceId: 'instance',
    GetTouchEnabled: false,
    GetCommerceAllowed: false,
    GetSupportedMatrix: JSON.stringify(sets),
    GetHostFullVersion: '16.0.17726.20000',
    GetInitialDisplayMode: 0,
    GetOfficeThemeInfo: JSON.stringify({ primaryFontColor: 0, primaryBackgroundColor: 0xffffff }),
    GetSettings: { Read: () => undefined, Write: () => undefined },
  }
  const context = Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, () => answer]))
  const execute = async (call: number, parameters: readonly (readonly unknown[])[]): Promise<object> => {
    if (call !== calls.batch) return safeArray([5001])
    const answer = await wired.spmExecute(String(parameters[0]?.[4]))
    return typeof answer === 'string'
      ? safeArray([0, safeArray([200, [], answer])])
      : safeArray([answer.code, answer.message])
  }
  const external = {
    GetContext: () => context,
    GetLoggingAllowed: () => false,
    GetHostInfo: () => `Excel|Win32|16.01|${locale}||||3`,
    Execute: (call: number, parameters: readonly (readonly unknown[])[], done: (reply: object) => void) => {
      void execute(call, parameters).then(done)
    },
    RegisterEvent: (
      call: number,
      _target: string,
      handler: (call: number, events: object) => void,
      done: (code: number) => void,
    ) => {
      if (call === calls.events)
        wired.spmDeliver = (events) => {
          handler(call, safeArray(events.map(safeArray)))
        }
      setTimeout(done, 0, 0)
    },
    UnregisterEvent: (call: number, _target: string, done: (code: number) => void) => {
      if (call === calls.events) wired.spmDeliver = () => undefined
      setTimeout(done, 0, 0)
    },
  }
  Object.defineProperty(window, 'external', { value: external, configurable: true })
}

/** An add-in in Excel on Windows: its page is all that the browser shows. */
export interface WindowsExcel {
  readonly page: Page
  readonly troubles: Troubles
  close(): Promise<void>
}

export const openWindowsExcel = async (
  browser: Browser,
  host: BatchHost,
  { files, page: path = 'taskpane.html', sets, locale = 'en-US', viewport }: ChromiumOptions,
): Promise<WindowsExcel> => {
  const { page, troubles } = await openWiredPage(browser, host, { [addinOrigin]: files }, viewport)
  await page.addInitScript(beExcelOnWindows, { sets, locale })
  const hostInfo = `Excel$Win32$16.01$${locale}$$$$3`
  await page.goto(`${addinOrigin}/${path}${path.includes('?') ? '&' : '?'}_host_Info=${encodeURIComponent(hostInfo)}`)
  const close = async (): Promise<void> => {
    await page.context().close()
  }
  return { page, troubles, close }
}
