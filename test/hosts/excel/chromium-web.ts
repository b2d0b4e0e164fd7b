import type { Browser, Frame, Page } from 'playwright-core'
import { addinOrigin, openWiredPage, type ChromiumOptions, type Troubles, type WiredWindow } from './chromium.ts'
import type { BatchHost } from './transport.ts'

const hostOrigin = 'https://localhost:4000'

const hostPage = '<!doctype html><meta charset="utf-8"><title>Book1.xlsx</title><body style="margin:0"></body>'

interface WebFacts {
  readonly address: string
  readonly sets: Readonly<Record<string, string>>
  readonly locale: string
}

/**
 * Excel's page on the web, as far as an add-in in an iframe can tell: answers the messages of office.js. Runs in the
 * browser and must not use anything from outside itself.
 */
const beExcelOnTheWeb = ({ address, sets, locale }: WebFacts): void => {
  interface Message {
    readonly _messageType: number
    readonly _actionType: number
    readonly _actionName: string
    readonly _conversationId: string
    readonly _correlationId: number
    readonly _data: {
      readonly DdaMethod?: { readonly DispatchId: number }
      readonly ArrayData?: readonly unknown[]
      readonly DdaSettingsMethod?: { readonly Properties?: [string, string][] }
    } | null
  }
  const wired = window as unknown as WiredWindow
  const conversation = 'conversation'
  const { origin } = new URL(address)
  const calls = { batch: 93, saveSettings: 76 }
  const listeners = new Map<string, Message>()
  let settings: [string, string][] = []
  const frame = document.createElement('iframe')

  const reply = (message: Message, data: unknown, isEvent = false): void => {
    const answer = {
      _messageType: 1,
      _actionName: message._actionName,
      _conversationId: conversation,
      _correlationId: message._correlationId,
      _origin: location.origin,
      _data: data,
      _errorCode: 0,
      _responseType: isEvent ? 1 : 0,
      _serializerVersion: 1,
    }
    frame.contentWindow?.postMessage(JSON.stringify(answer), origin)
  }

  const appContext = (): object => ({
    _id: 'spm',
    _appName: 16,
    _appVersion: 16,
    _appMinorVersion: 0,
    _appUILocale: locale,
    _dataLocale: locale,
    _docUrl: 'https://localhost/Book1.xlsx',
    _clientMode: 0,
    _settings: settings,
    _reason: 'documentOpened',
    _osfControlType: 1,
    _eToken: '',
    _correlationId: 'correlation',
    _appInstanceId: 'instance',
    _requirementMatrix: JSON.stringify(sets),
    _hostFullVersion: '16.0.17726.20000',
    _initialDisplayMode: 0,
    _wacHostEnvironment: '0',
    _addinName: 'SPM',
  })

  const execute = async (message: Message): Promise<void> => {
    const call = message._data?.DdaMethod?.DispatchId
    if (call === calls.batch) {
      const answer = await wired.spmExecute(String(message._data?.ArrayData?.[4]))
      if (typeof answer === 'string') reply(message, { Version: 1, Error: 0, Data: [200, [], answer] })
      else reply(message, { Version: 1, Error: answer.code })
    } else if (call === calls.saveSettings) {
      settings = message._data?.DdaSettingsMethod?.Properties ?? []
      reply(message, { Version: 1, Error: 0 })
    } else console.error(`Excel was asked for call ${call}, which the test host does not know.`)
  }

  const hear = (message: Message): void => {
    if (message._actionType === 1) listeners.set(message._actionName, message)
    if (message._actionType === 2) listeners.delete(message._actionName)
    if (message._actionType !== 0) reply(message, { Error: 0 })
    else if (message._actionName === 'executeMethod') void execute(message)
    else if (message._actionName === 'ContextActivationManager_getAppContextAsync') reply(message, appContext())
    else if (message._actionName !== 'ContextActivationManager_notifyHost') reply(message, null)
  }

  window.addEventListener('message', ({ source, origin: from, data }: MessageEvent<unknown>) => {
    if (source !== frame.contentWindow || from !== origin || typeof data !== 'string') return
    const message = JSON.parse(data) as Message
    if (message._messageType === 0 && message._conversationId === conversation) hear(message)
  })
  wired.spmDeliver = (events) => {
    const listener = listeners.get('richApiMessage')
    if (listener !== undefined) reply(listener, { ArrayData: events }, true)
  }
  const hostInfo = `Excel$Web$16.00$${locale}$correlation$$$3`
  const xdmInfo = `${conversation}|spm|${location.origin}`
  // The name is taken when the frame is made, so that it comes before the frame is in the page.
  frame.name = JSON.stringify({ baseFrameName: 'spm', hostInfo, xdmInfo, serializerVersion: '1', flights: '' })
  frame.title = 'SPM'
  frame.style.cssText = 'border:0;width:100%;height:100vh'
  frame.src = `${address}${address.includes('?') ? '&' : '?'}_host_Info=${encodeURIComponent(hostInfo)}`
  document.body.append(frame)
}

/** An add-in in Excel on the web: its page runs in an iframe of another origin. */
export interface WebExcel {
  /** Excel's own page around it. */
  readonly page: Page
  readonly pane: Frame
  readonly troubles: Troubles
  close(): Promise<void>
}

export const openWebExcel = async (
  browser: Browser,
  host: BatchHost,
  { files, page: path = 'taskpane.html', sets, locale = 'en-US', viewport }: ChromiumOptions,
): Promise<WebExcel> => {
  const sites = { [addinOrigin]: files, [hostOrigin]: new Map([['book.html', hostPage]]) }
  const { page, troubles } = await openWiredPage(browser, host, sites, viewport)
  await page.goto(`${hostOrigin}/book.html`)
  await page.evaluate(beExcelOnTheWeb, { address: `${addinOrigin}/${path}`, sets, locale })
  const element = await page.waitForSelector('iframe')
  const pane = await element.contentFrame()
  if (pane === null) throw new Error('The add-in has no frame.')
  const close = async (): Promise<void> => {
    await page.context().close()
  }
  return { page, pane, troubles, close }
}
