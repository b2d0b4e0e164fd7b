import type { PackChoice } from './memory.ts'
import type { Inner } from './inner.ts'
import { pause, refuseCancelled } from './pause.ts'
import { partOf } from './read-book.ts'
import type { Session } from './session.ts'
import type { PackState, Progress } from './state.ts'
import { troubleOf } from './trouble.ts'
import { Obstructed, packOf, tabsOf, writePack } from './write-pack.ts'

const afterTrouble = (error: unknown): PackState => {
  if (error instanceof Obstructed) {
    const trouble = { sentence: error.message, details: '', cancelled: false }
    return { at: 'failed', trouble, obstacles: error.obstacles }
  }
  const trouble = troubleOf(error)
  return trouble.cancelled ? { at: 'cancelled' } : { at: 'failed', trouble, obstacles: [] }
}

const previewer = ({ port, store, book, engine }: Inner): Session['preview'] => {
  let latest: AbortController | null = null
  return async (choice) => {
    latest?.abort()
    const { signal } = (latest = new AbortController())
    store.set({ plan: { at: 'planning' } })
    try {
      const open = await book({ signal, progress: () => undefined })
      await pause()
      refuseCancelled(signal)
      const pack = await packOf(await engine(), open, choice)
      const plan = await port.plan(tabsOf(pack))
      if (!signal.aborted) store.set({ plan: { at: 'planned', plan } })
    } catch (error) {
      if (!signal.aborted) store.set({ plan: { at: 'failed', trouble: troubleOf(error) } })
    }
  }
}

const builder =
  ({ port, store, begin, read, engine, newRun, remember }: Inner): Session['build'] =>
  async (choice: PackChoice) => {
    if (store.get().pack.at === 'building') return
    const work = begin((progress: Progress) => store.set({ pack: { at: 'building', progress, cancelling: false } }))
    work.progress(0, 'Reading the tables')
    try {
      const open = await read(partOf(work, 0, 0.3))
      work.progress(0.3, 'Working out the figures')
      await pause()
      refuseCancelled(work.signal)
      const pack = await packOf(await engine(), open, choice)
      const result = await writePack(port, await engine(), pack, newRun(), partOf(work, 0.5, 1))
      const run = { id: result.run, title: result.title }
      store.set({ pack: { at: 'written', result }, run, plan: { at: 'none' } })
      await remember({ last: choice, run, welcomed: true }).catch(() => undefined)
    } catch (error) {
      store.set({ pack: afterTrouble(error) })
    }
  }

const undoer =
  ({ port, store, begin, remember }: Inner): Session['undo'] =>
  async () => {
    const { run } = store.get()
    if (run === null) return
    const work = begin((progress) => store.set({ pack: { at: 'undoing', progress } }))
    work.progress(0, 'Putting the workbook back')
    try {
      await port.undo(run.id, work)
      store.set({ pack: { at: 'undone', title: run.title }, run: null, plan: { at: 'none' } })
      await remember({ run: null }).catch(() => undefined)
    } catch (error) {
      store.set({ pack: afterTrouble(error) })
    }
  }

const restorer =
  ({ port, store, begin, refresh }: Inner): Session['restore'] =>
  async () => {
    const { recovery } = store.get()
    if (recovery.at !== 'found' && recovery.at !== 'failed') return
    const { run } = recovery
    const work = begin((progress) => store.set({ recovery: { at: 'restoring', run, progress } }))
    work.progress(0, 'Putting the workbook back')
    try {
      await port.restore(work)
      store.set({ recovery: { at: 'restored', run } })
    } catch (error) {
      store.set({ recovery: { at: 'failed', run, trouble: troubleOf(error) } })
      return
    }
    await refresh()
  }

/** Everything that is done about packs: what would be written, writing it, and taking it back. */
export const packActions = (inner: Inner): Pick<Session, 'preview' | 'build' | 'undo' | 'restore'> => ({
  preview: previewer(inner),
  build: builder(inner),
  undo: undoer(inner),
  restore: restorer(inner),
})
