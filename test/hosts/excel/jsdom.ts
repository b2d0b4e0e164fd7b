import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { JSDOM, ResourceLoader, VirtualConsole, type AbortablePromise } from 'jsdom'
import { externalOf } from './external.ts'
import { todaysSets, type BatchHost } from './transport.ts'

const dist = join(dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')), 'dist')
const origin = 'https://localhost:3000'

/** What the page of an add-in sees of office.js, with the page itself. */
export interface OfficePage {
  readonly window: JSDOM['window'] & {
    readonly Office: typeof Office
    readonly Excel: typeof Excel
    readonly OfficeExtension: typeof OfficeExtension
    readonly CustomFunctions: typeof CustomFunctions
  }
  /** Errors that the page threw, and addresses outside the package that it asked for. */
  readonly troubles: readonly string[]
  close(): void
}

/** Serves office.js from its package, unmodified, and nothing else. */
class OfficeFiles extends ResourceLoader {
  constructor(private readonly troubles: string[]) {
    super()
  }

  override fetch(address: string): AbortablePromise<Buffer> | null {
    const file = join(dist, new URL(address).pathname.replace(/^\/office\//, ''))
    if (address.startsWith(`${origin}/office/`) && existsSync(file))
      return Object.assign(Promise.resolve(readFileSync(file)), { abort: () => undefined })
    this.troubles.push(`asked for ${address}`)
    return null
  }
}

export interface PageOptions {
  readonly sets?: Readonly<Record<string, string>>
  readonly locale?: string
}

/**
 * Boots the whole office.js in a page of jsdom, as Excel on Windows does for a shared runtime: the host stands behind
 * `window.external`. Requirement sets are enforced for methods and getters.
 */
export const openOfficePage = async (
  host: BatchHost,
  { sets = todaysSets, locale = 'en-US' }: PageOptions = {},
): Promise<OfficePage> => {
  const troubles: string[] = []
  const virtualConsole = new VirtualConsole()
  virtualConsole.on('jsdomError', (error) => troubles.push(error.message))
  const external = externalOf(host, { sets, locale, settings: new Map() })
  const { window } = new JSDOM(
    `<!doctype html><script src="${origin}/office/office.js"></script><script>window.ready = Office.onReady()</script>`,
    {
      url: `${origin}/taskpane.html?_host_Info=Excel$Win32$16.01$${locale}$$$$3`,
      runScripts: 'dangerously',
      resources: new OfficeFiles(troubles),
      virtualConsole,
      pretendToBeVisual: true,
      beforeParse: (page) => void Object.defineProperty(page, 'external', { value: external }),
    },
  )
  await new Promise((resolve) => {
    window.addEventListener('load', resolve)
  })
  const page = window as unknown as OfficePage['window'] & { readonly ready: Promise<unknown> }
  await page.ready
  enforceSets(page)
  return {
    window: page,
    troubles,
    close: () => {
      window.close()
    },
  }
}

/** The library looks at this switch before each call; as it is shipped, it is off. */
const enforceSets = ({ OfficeExtension: library }: OfficePage['window']): void => {
  const { CommonUtility } = library as unknown as { CommonUtility: { _doApiNotSupportedCheck: boolean } }
  CommonUtility._doApiNotSupportedCheck = true
}
