import type { BatchHost, HostEvent } from './transport.ts'

/** Excel on Windows hands arrays over as objects of its own. */
interface SafeArray {
  toArray(): readonly unknown[]
  dimensions(): number
}

const safeArray = (items: readonly unknown[]): SafeArray => ({ toArray: () => items, dimensions: () => 1 })

const calls = { batch: 93, events: 33 } as const

const unknownCall = 5001

/** What this Excel is, as office.js asks for it. */
export interface ExternalFacts {
  readonly sets: Readonly<Record<string, string>>
  readonly locale: string
  /** Settings of the document that office.js itself keeps; changed in place. */
  readonly settings: Map<string, string>
}

const contextOf = ({ sets, locale, settings }: ExternalFacts): object => {
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
    GetOfficeThemeInfo: JSON.stringify({
      primaryFontColor: 0,
      primaryBackgroundColor: 0xffffff,
      secondaryFontColor: 0,
      secondaryBackgroundColor: 0xf0f0f0,
    }),
    GetSettings: {
      Read: (keys: string[], values: string[]) => {
        for (const [key, value] of settings) {
          keys.push(key)
          values.push(value)
        }
      },
      Write: (keys: readonly string[], values: readonly string[]) => {
        settings.clear()
        for (const [i, key] of keys.entries()) settings.set(key, values[i] ?? '')
      },
    },
  }
  return Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, () => answer]))
}

/** `window.external` as Excel on Windows gives it to a page: office.js speaks to the host through nothing else. */
export const externalOf = (host: BatchHost, facts: ExternalFacts): object => {
  const context = contextOf(facts)
  const answer = (call: number, parameters: readonly (readonly unknown[])[]): SafeArray => {
    if (call !== calls.batch) return safeArray([unknownCall])
    const reply = host.execute(String(parameters[0]?.[4]))
    return typeof reply === 'string'
      ? safeArray([0, safeArray([200, [], reply])])
      : safeArray([reply.code, reply.message])
  }
  return {
    GetContext: () => context,
    GetLoggingAllowed: () => false,
    GetHostInfo: () => `Excel|Win32|16.01|${facts.locale}||||3`,
    Execute: (call: number, parameters: readonly (readonly unknown[])[], done: (reply: SafeArray) => void) => {
      setTimeout(() => {
        done(answer(call, parameters))
      }, 0)
    },
    RegisterEvent: (
      call: number,
      _target: string,
      handler: (call: number, events: SafeArray) => void,
      done: (code: number) => void,
    ) => {
      if (call === calls.events)
        host.deliverTo((events: readonly HostEvent[]) => {
          handler(call, safeArray(events.map(safeArray)))
        })
      setTimeout(done, 0, 0)
    },
    UnregisterEvent: (call: number, _target: string, done: (code: number) => void) => {
      if (call === calls.events) host.deliverTo(() => undefined)
      setTimeout(done, 0, 0)
    },
  }
}
