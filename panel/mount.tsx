import { createRoot } from 'react-dom/client'
import type { Port } from './port.ts'
import { createSession, type Session, type SessionOptions } from './session/session.ts'
import { fire } from './ui/fire.ts'
import { createNavigation, type Page } from './ui/navigation.ts'
import { Panel } from './ui/panel.tsx'
import { addStyles } from './ui/styles.ts'

export interface MountOptions extends SessionOptions {
  /** Shown on the page Help. */
  readonly version?: string
  readonly page?: Page
}

/** A panel that is shown. */
export interface Mounted {
  /** What the panel can do, for buttons outside of it. */
  readonly session: Session
  /** Settles once the workbook has been read for the first time, or could not be. */
  readonly ready: Promise<void>
  go(page: Page): void
  close(): void
}

/** Shows the panel in an element, replacing what stands there, and begins to read the workbook. */
export const mount = (element: HTMLElement, port: Port, options: MountOptions = {}): Mounted => {
  addStyles(element.ownerDocument)
  const session = createSession(port, options)
  const navigation = createNavigation(options.page ?? 'pack')
  const root = createRoot(element)
  root.render(<Panel session={session} navigation={navigation} version={options.version ?? 'unknown'} />)
  const ready = session.start()
  fire(ready)
  return {
    session,
    ready,
    go: (page) => navigation.set({ page }),
    close: () => {
      session.stop()
      root.unmount()
    },
  }
}
