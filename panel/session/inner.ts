import type { Day } from '#core/cells/day'
import type { Port, Work } from '../port.ts'
import type { Engine, OpenBook } from './engine.ts'
import { nothingRemembered, writeMemory, type Memory } from './memory.ts'
import { inPieces } from './pause.ts'
import { partOf, readBook } from './read-book.ts'
import type { Progress, SessionState } from './state.ts'
import { createStore, type Store } from './store.ts'
import { troubleOf } from './trouble.ts'

/** The parts that the actions of a session share. */
export interface Inner {
  readonly port: Port
  readonly store: Store<SessionState>
  readonly newRun: () => string
  engine(): Promise<Engine>
  /** The workbook read anew. */
  read(work: Work): Promise<OpenBook>
  /** The workbook as it was read last; read anew where it never was, or where cells have changed. */
  book(work: Work): Promise<OpenBook>
  refresh(): Promise<void>
  remember(parts: Partial<Memory>): Promise<void>
  /** Begins the one piece of work that can be cancelled; the one before it is. */
  begin(show: (progress: Progress) => void): Work
  cancel(): void
}

export interface InnerOptions {
  readonly today: () => Day
  readonly newRun: () => string
  readonly loadEngine: () => Promise<Engine>
}

const first: SessionState = {
  data: { at: 'unread' },
  view: null,
  changed: false,
  recovery: { at: 'none' },
  plan: { at: 'none' },
  pack: { at: 'idle' },
  sample: { at: 'idle' },
  offer: { at: 'none' },
  memory: nothingRemembered,
  run: null,
  catalogue: null,
}

/** One piece of work at a time: beginning another cancels it. */
const oneAtATime = (): Pick<Inner, 'begin' | 'cancel'> => {
  let controller = new AbortController()
  return {
    cancel: () => controller.abort(),
    begin: (show) => {
      controller.abort()
      const { signal } = (controller = new AbortController())
      const progress = (done: number, doing: string): void => {
        if (!signal.aborted) show({ done: Math.min(1, Math.max(0, done)), doing })
      }
      return { signal, progress }
    },
  }
}

/** Loads the core once; a load that failed, as without a connection, is tried again when it is next needed. */
const loadOnce = (load: () => Promise<Engine>): (() => Promise<Engine>) => {
  let engine: Promise<Engine> | null = null
  return () => {
    engine ??= load().catch((error: unknown) => {
      engine = null
      throw error
    })
    return engine
  }
}

const refresher =
  ({ store, engine, begin, read }: Pick<Inner, 'store' | 'engine' | 'begin' | 'read'>) =>
  async (): Promise<void> => {
    const work = begin((progress) => store.set({ data: { at: 'reading', progress } }))
    work.progress(0, 'Looking for tables')
    try {
      const book = await read(partOf(work, 0, 0.7))
      const core = await engine()
      const view = await inPieces(core.view(book), work.signal, ({ read: done, of }) =>
        work.progress(0.7 + (0.3 * done) / of, 'Checking every column'),
      )
      store.set({ view, data: { at: 'ready' }, plan: { at: 'none' }, catalogue: core.catalogue() })
    } catch (error) {
      const trouble = troubleOf(error)
      store.set({ data: trouble.cancelled ? { at: 'cancelled' } : { at: 'failed', trouble } })
    }
  }

export const createInner = (port: Port, { today, newRun, loadEngine }: InnerOptions): Inner => {
  const store = createStore(first)
  const engine = loadOnce(loadEngine)
  let current: OpenBook | null = null
  const read = async (work: Work): Promise<OpenBook> => {
    store.set({ changed: false })
    current = await readBook(port, await engine(), today(), work)
    return current
  }
  const parts = { store, engine, read, ...oneAtATime() }
  return {
    ...parts,
    port,
    newRun,
    book: async (work) => (current === null || store.get().changed ? read(work) : current),
    refresh: refresher(parts),
    remember: async (changes) => {
      const memory = { ...store.get().memory, ...changes }
      store.set({ memory })
      await port.saveState(writeMemory(memory))
    },
  }
}
