import type { Day } from '#core/cells/day'
import { civilToday } from '../civil-today.ts'
import type { PlainTab, Port, RangeRef, SettingRow } from '../port.ts'
import type { Engine } from './engine.ts'
import { createInner, type Inner } from './inner.ts'
import { readMemory, type PackChoice } from './memory.ts'
import { packActions } from './pack-actions.ts'
import type { SessionState } from './state.ts'
import type { Store } from './store.ts'
import { troubleOf } from './trouble.ts'

export interface SessionOptions {
  /** The civil day; left out, by this machine's calendar. */
  readonly today?: () => Day
  /** The tabs of the sample; left out, the host has none. */
  readonly loadSample?: () => Promise<readonly PlainTab[]>
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
  /** Saves settings, mappings and choices of tables, and reads the workbook with them. Rejects where they cannot be saved. */
  save(rows: readonly SettingRow[]): Promise<void>
  /** Offers the selected range to be named as a table. */
  offerSelection(): Promise<void>
  closeOffer(): void
  show(place: RangeRef): Promise<void>
  insert(formula: string): Promise<void>
  /** Stops watching the workbook. */
  stop(): void
}

const randomRun = (): string => `${Date.now().toString(36)}-${Math.floor(Math.random() * 2 ** 32).toString(36)}`

const importEngine = async (): Promise<Engine> => (await import('./engine.ts')).createEngine()

const starter = ({ port, store, refresh }: Inner): (() => Promise<void>) => {
  return async () => {
    try {
      const memory = readMemory(await port.readState())
      const run = await port.unfinished()
      store.set({ memory, run: memory.run, ...(run !== null && { recovery: { at: 'found', run } }) })
      if (run !== null) return
    } catch (error) {
      store.set({ data: { at: 'failed', trouble: troubleOf(error) } })
      return
    }
    await refresh()
  }
}

const sampleAction =
  ({ port, store, begin, refresh, remember }: Inner, load: SessionOptions['loadSample']): Session['addSample'] =>
  async () => {
    if (load === undefined) return
    const work = begin((progress) => store.set({ sample: { at: 'adding', progress } }))
    work.progress(0, 'Fetching the sample')
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
  const { today = civilToday, newRun = randomRun, loadEngine = importEngine, loadSample } = options
  const inner = createInner(port, { today, newRun, loadEngine })
  const { store } = inner
  const unwatch = port.watch(() => store.set({ changed: true }))
  return {
    store,
    port,
    hasSample: loadSample !== undefined,
    start: starter(inner),
    refresh: inner.refresh,
    ...packActions(inner),
    cancel: () => {
      const { pack } = store.get()
      if (pack.at === 'building') store.set({ pack: { ...pack, cancelling: true } })
      inner.cancel()
    },
    closePack: () => store.set({ pack: { at: 'idle' } }),
    closeRecovery: () => store.set({ recovery: { at: 'none' } }),
    addSample: sampleAction(inner, loadSample),
    welcome: (welcomed) => inner.remember({ welcomed }),
    save: async (rows) => {
      await port.saveSettings(rows)
      await inner.refresh()
    },
    offerSelection: async () => {
      try {
        const range = await port.selection()
        store.set({ offer: range === null ? { at: 'nothing' } : { at: 'offered', range } })
      } catch (error) {
        store.set({ offer: { at: 'failed', trouble: troubleOf(error) } })
      }
    },
    closeOffer: () => store.set({ offer: { at: 'none' } }),
    show: (place) => port.show(place),
    insert: (formula) => port.insert(formula),
    stop: () => {
      inner.cancel()
      unwatch()
    },
  }
}
