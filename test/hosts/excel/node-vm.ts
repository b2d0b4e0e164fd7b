import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createContext, Script } from 'node:vm'
import type { ExcelHost } from './batch/host.ts'
import { Refusal } from './batch/host-error.ts'
import { officeFolder } from './office-files.ts'
import { floor, supports, type RequirementSets } from './requirement-sets.ts'

/** The libraries of the platforms that we support. */
export type Library = 'excel-win32-16.01.debug.js' | 'excel-web-16.00.debug.js' | 'excel-mac-16.00.debug.js'

export interface VmOptions {
  readonly library?: Library
  /** Calls above these sets throw `ApiNotFound`. */
  readonly sets?: RequirementSets
}

/** The real library in a bare JavaScript context; its classes are those of that context. */
export interface LoadedLibrary {
  readonly Excel: typeof Excel
  readonly OfficeExtension: typeof OfficeExtension
}

interface LibraryScope extends LoadedLibrary {
  Office: object
  readonly OfficeExtension: LoadedLibrary['OfficeExtension'] & {
    readonly CommonUtility: { _doApiNotSupportedCheck: boolean }
  }
}

/** The seam that the library itself has for hosts that speak JSON. */
interface Bridge {
  sendMessageToHost(text: string): void
  onMessageFromHost?(text: string): void
}

const messages = { request: 1, answer: 2, event: 3 } as const

interface Message {
  readonly id: number
  readonly type: number
  readonly message: { readonly body: unknown }
}

const answerTo = (host: ExcelHost, body: unknown): object => {
  try {
    const answer = host.execute(typeof body === 'string' ? body : JSON.stringify(body))
    return { statusCode: 200, headers: {}, body: JSON.parse(answer) as unknown }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { code, message } = error
    return { statusCode: 400, headers: {}, body: JSON.stringify({ error: { code, message } }) }
  }
}

const bridgeTo = (host: ExcelHost): Bridge => {
  const bridge: Bridge = {
    sendMessageToHost: (text) => {
      const { id, type, message } = JSON.parse(text) as Message
      if (type !== messages.request) return
      setTimeout(() => {
        const answer = answerTo(host, message.body)
        bridge.onMessageFromHost?.(JSON.stringify({ id, type: messages.answer, message: answer }))
      }, 0)
    },
  }
  host.onEvents = (entries) => {
    bridge.onMessageFromHost?.(JSON.stringify({ type: messages.event, message: { entries } }))
  }
  return bridge
}

/** As little of a browser as the library looks at while it loads. */
const scopeWith = (bridge: Bridge): object => {
  const location = {
    href: 'https://localhost/',
    origin: 'https://localhost',
    search: '',
    hash: '',
    protocol: 'https:',
    host: 'localhost',
  }
  const document = {
    readyState: 'complete',
    URL: location.href,
    location,
    addEventListener: () => undefined,
    getElementsByTagName: () => [],
    createElement: () => ({}),
  }
  const scope: Record<string, unknown> = {
    ...{
      console,
      setTimeout,
      clearTimeout,
      setInterval,
      clearInterval,
      queueMicrotask,
      performance,
      URL,
      TextEncoder,
      TextDecoder,
    },
    ...{ name: '', navigator: { userAgent: 'node' }, addEventListener: () => undefined, location, document },
    _richApiNativeBridge: bridge,
  }
  scope['window'] = scope
  scope['self'] = scope
  return scope
}

const scripts = new Map<Library, Script>()

const scriptOf = (library: Library): Script => {
  const file = join(officeFolder, library)
  const script = scripts.get(library) ?? new Script(readFileSync(file, 'utf8'), { filename: file })
  scripts.set(library, script)
  return script
}

/** The library ships with its check of requirement sets switched off: a call above them would only fail in an old Excel. */
const enforce = (scope: LibraryScope, sets: RequirementSets): void => {
  const requirements = { isSetSupported: (name: string, version?: string) => supports(sets, name, version) }
  scope.Office = Object.create(scope.Office, { context: { value: { requirements } } }) as object
  scope.OfficeExtension.CommonUtility._doApiNotSupportedCheck = true
}

/** Loads the unmodified library of a platform, connected to the host. */
export const loadLibrary = (host: ExcelHost, options: VmOptions = {}): LoadedLibrary => {
  const scope = createContext(scopeWith(bridgeTo(host)))
  scriptOf(options.library ?? 'excel-win32-16.01.debug.js').runInContext(scope)
  const library = scope as LibraryScope
  enforce(library, options.sets ?? floor)
  return library
}
