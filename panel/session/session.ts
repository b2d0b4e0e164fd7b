import { dayOf, type Day } from '#core/cells/day'
import type { PlainTab, Port, RangeRef, SettingRow, Work } from '../port.ts'
import type { Engine, OpenBook } from './engine.ts'
import { nothingRemembered, readMemory, writeMemory, type Memory, type PackChoice } from './memory.ts'
import { inPieces } from './pause.ts'
import { partOf, readBook } from './read-book.ts'
import type { Progress, SessionState } from './state.ts'
import { createStore, type Store } from './store.ts'
import { troubleOf } from './trouble.ts'
import { Obstructed, tabsOf, writePack } from './write-pack.ts'

export interface SessionOptions {
  /** The civil day; left out, by this machine's calendar. */
  readonly today?: () => Day
  /** The tabs of the sample; `null` where the host has none. */
  readonly loadSample?: (() => Promise<readonly PlainTab[]>) | null
  /** The core, which comes as a chunk of its own. */
  readonly loadEngine?: () => Promise<Engine>
  /** Names a run; unique. */
  readonly newRun?: () => string
}

/** What the panel and the ribbon's commands can do with a workbook; every outcome stands in the state. */
export interface Session {
  readonly store: Store<SessionState>
  readonly port: Port
  readonly hasSample: boolean
  /** Remembered choices, a broken-off run, then the data; the first thing that is done. */
  start(): Promise<void>
  /** Reads the workbook anew. */
  refresh(): Promise<void>
  /** Which tabs a pack would write. */
  preview(choice: PackChoice): Promise<void>
  build(choice: PackChoice): Promise<void>
  cancel(): void
  undo(): Promise<void>
  /** Back to the form after a result, an error or an undo. */
  closePack(): void
  restore(): Promise<void>
  /** Puts the notice of a restored run away. */
  closeRecovery(): void
  addSample(): Promise<void>
  /** Answers the first card, or shows it again. */
  welcome(welcomed: boolean): Promise<void>
  /** Saves settings, mappings and choices of tables, and reads the workbook with them. */
  save(rows: readonly SettingRow[]): Promise<void>
  show(place: RangeRef): Promise<void>
  insert(formula: string): Promise<void>
  /** Stops watching the workbook. */
  stop(): void
}

const civilToday = (): Day => {
  const now = new Date()
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate())
}

const randomRun = (): string =>
  `${Date.now().toString(36)}-${Math.floor(Math.random() * 2 ** 32).toString(36)}`

const importEngine = async (): Promise<Engine> => (await import('./engine.ts')).createEngine()

const first: SessionState = {
  data: { at: 'unread' },
  view: null,
  changed: false,
  recovery: { at: 'none' },
  plan: { at: 'none' },
  pack: { at: 'idle' },
  sample: { at: 'idle' },
  memory: nothingRemembered,
  run: null,
}

/** The parts that the actions share. */
export interface Inner {
  readonly port: Port
  readonly store: Store<SessionState>
  readonly today: () => Day
  readonly newRun: () => string
  engine(): Promise<Engine>
  /** The open workbook; read where it is not, or where cells have changed. */
  book(work: Work): Promise<OpenBook>
  refresh(): Promise<void>
  remember(parts: Partial<Memory>): Promise<void>
  /** Begins the one piece of work that can be cancelled. */
  begin(show: (progress: Progress) => void): Work
}

const createInner = (port: Port, options: SessionOptions): Inner & { cancel(): void } => {
  const store = createStore(first)
  const { loadEngine = importEngine, today = civilToday, newRun = randomRun } = options
  let engine: Promise<Engine> | null = null
  let current: OpenBook | null = null
  let controller = new AbortController()
  const begin = (show: (progress: Progress) => void): Work => {
    controller.abort()
    const own = new AbortController()
    controller = own
    const progress = (done: number, doing: string): void => {
      if (!own.signal.aborted) show({ done: Math.min(1, Math.max(0, done)), doing })
    }
    return { signal: own.signal, progress }
  }
  const inner: Inner = {
    port,
    store,
    today,
    newRun,
    engine: () => (engine ??= loadEngine()),
    begin,
    book: async (work) => {
      store.set({ changed: false })
      current = await readBook(port, await inner.engine(), today(), work)
      return current
    },
    refresh: async () => {
      const work = begin((progress) => store.set({ data: { at: 'reading', progress } }))
      store.set({ data: { at: 'reading', progress: { done: 0, doing: 'Looking for tables' } } })
      try {
        const book = await inner.book(partOf(work, 0, 0.7))
        const steps = (await inner.engine()).view(book)
        const view = await inPieces(steps, work.signal, ({ read, of }) =>
          work.progress(0.7 + (0.3 * read) / of, 'Checking every column'),
        )
        store.set({ view, data: { at: 'ready' }, plan: { at: 'none' } })
      } catch (error) {
        if (work.signal.aborted && store.get().data.at !== 'reading') return
        const trouble = troubleOf(error)
        store.set({ data: trouble.cancelled ? { at: 'cancelled' } : { at: 'failed', trouble } })
      }
    },
    remember: async (parts) => {
      const memory = { ...store.get().memory, ...parts }
      store.set({ memory })
      await port.saveState(writeMemory(memory))
    },
  }
  return { ...inner, cancel: () => controller.abort() }
}

const packActions = ({ port, store, begin, book, engine, newRun, remember, refresh }: Inner) => ({
  preview: async (choice: PackChoice): Promise<void> => {
    store.set({ plan: { at: 'planning' } })
    const work = begin(() => undefined)
    try {
      const pack = (await engine()).pack(await book(work), choice)
      store.set({ plan: { at: 'planned', plan: await port.plan(tabsOf(pack)) } })
    } catch (error) {
      const trouble = troubleOf(error)
      store.set({ plan: trouble.cancelled ? { at: 'none' } : { at: 'failed', trouble } })
    }
  },
  build: async (choice: PackChoice): Promise<void> => {
    if (store.get().pack.at === 'building') return
    const show = (progress: Progress): void => {
      store.set({ pack: { at: 'building', progress, cancelling: false } })
    }
    const work = begin(show)
    show({ done: 0, doing: 'Reading the tables' })
    try {
      const open = await book(partOf(work, 0, 0.3))
      work.progress(0.3, 'Working out the figures')
      await new Promise((resolve) => setTimeout(resolve, 0))
      const pack = (await engine()).pack(open, choice)
      const result = await writePack(port, await engine(), pack, newRun(), partOf(work, 0.5, 1))
      const run = { id: result.run, title: result.title }
      store.set({ pack: { at: 'written', result }, run, plan: { at: 'none' } })
      await remember({ last: choice, run, welcomed: true }).catch(() => undefined)
    } catch (error) {
      const trouble = troubleOf(error)
      const obstacles = error instanceof Obstructed ? error.obstacles : []
      const told = error instanceof Obstructed ? { ...trouble, sentence: error.message, details: '' } : trouble
      store.set({ pack: trouble.cancelled ? { at: 'cancelled' } : { at: 'failed', trouble: told, obstacles } })
    }
  },
  undo: async (): Promise<void> => {
    const { run } = store.get()
    if (run === null) return
    const work = begin((progress) => store.set({ pack: { at: 'undoing', progress } }))
    store.set({ pack: { at: 'undoing', progress: { done: 0, doing: 'Putting the workbook back' } } })
    try {
      await port.undo(run.id, work)
      store.set({ pack: { at: 'undone', title: run.title }, run: null, plan: { at: 'none' } })
      await remember({ run: null }).catch(() => undefined)
    } catch (error) {
      const trouble = troubleOf(error)
      store.set({ pack: trouble.cancelled ? { at: 'cancelled' } : { at: 'failed', trouble, obstacles: [] } })
    }
  },
  restore: async (): Promise<void> => {
    const { recovery } = store.get()
    if (recovery.at === 'none' || recovery.at === 'restoring') return
    const { run } = recovery
    const work = begin((progress) => store.set({ recovery: { at: 'restoring', run, progress } }))
    store.set({ recovery: { at: 'restoring', run, progress: { done: 0, doing: 'Putting the workbook back' } } })
    try {
      await port.restore(work)
      store.set({ recovery: { at: 'restored', run } })
    } catch (error) {
      store.set({ recovery: { at: 'failed', run, trouble: troubleOf(error) } })
      return
    }
    await refresh()
  },
})

const sampleAction =
  ({ port, store, begin, refresh, remember }: Inner, load: SessionOptions['loadSample']) =>
  async (): Promise<void> => {
    if (load == null) return
    const work = begin((progress) => store.set({ sample: { at: 'adding', progress } }))
    store.set({ sample: { at: 'adding', progress: { done: 0, doing: 'Fetching the sample' } } })
    try {
      await port.addTabs(await load(), work)
      store.set({ sample: { at: 'idle' } })
      await remember({ welcomed: true }).catch(() => undefined)
    } catch (error) {
      const trouble = troubleOf(error)
      store.set({ sample: trouble.cancelled ? { at: 'idle' } : { at: 'failed', trouble } })
      return
    }
    await refresh()
  }

export const createSession = (port: Port, options: SessionOptions = {}): Session => {
  const inner = createInner(port, options)
  const { store } = inner
  let unwatch: (() => void) | null = null
  return {
    store,
    port,
    hasSample: options.loadSample != null,
    start: async () => {
      try {
        const memory = readMemory(await port.readState())
        const run = await port.unfinished()
        store.set({ memory, run: memory.run, ...(run !== null && { recovery: { at: 'found', run } }) })
        unwatch ??= port.watch(() => store.set({ changed: true }))
        if (run !== null) return
      } catch (error) {
        store.set({ data: { at: 'failed', trouble: troubleOf(error) } })
        return
      }
      await inner.refresh()
    },
    refresh: inner.refresh,
    ...packActions(inner),
    cancel: () => {
      const { pack } = store.get()
      if (pack.at === 'building') store.set({ pack: { ...pack, cancelling: true } })
      inner.cancel()
    },
    closePack: () => store.set({ pack: { at: 'idle' } }),
    closeRecovery: () => store.set({ recovery: { at: 'none' } }),
    addSample: sampleAction(inner, options.loadSample),
    welcome: (welcomed) => inner.remember({ welcomed }),
    save: async (rows) => {
      await port.saveSettings(rows)
      await inner.refresh()
    },
    show: (place) => port.show(place),
    insert: (formula) => port.insert(formula),
    stop: () => {
      inner.cancel()
      unwatch?.()
      unwatch = null
    },
  }
}
