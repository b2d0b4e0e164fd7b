import type { Day } from '#core/cells/day'
import type { Grid } from '#core/cells/grid'
import type { FoundRange, Port, Work } from '../port.ts'
import type { Engine, OpenBook } from './engine.ts'
import { refuseCancelled } from './pause.ts'
import { settingsRange } from './settings-range.ts'

/** A part of a larger piece of work, as a piece of its own. */
export const partOf = ({ signal, progress }: Work, from: number, to: number): Work => ({
  signal,
  progress: (done, doing) => progress(from + done * (to - from), doing),
})

/** Scans the workbook, finds its tables, and reads these and nothing else. */
export const readBook = async (port: Port, engine: Engine, today: Day, work: Work): Promise<OpenBook> => {
  work.progress(0, 'Looking for tables')
  const found = await port.scan()
  refuseCancelled(work.signal)
  const grids = new Map<string, Grid>()
  const cells = (range: FoundRange): Grid => grids.get(range.name) ?? range.head
  const read = async (ranges: readonly FoundRange[], part: Work): Promise<void> => {
    if (ranges.length === 0) return
    const all = await port.read(ranges, part)
    refuseCancelled(work.signal)
    for (const [i, range] of ranges.entries()) grids.set(range.name, all[i] ?? [])
  }
  const settings = settingsRange(found)
  await read(settings === null ? [] : [settings], partOf(work, 0.1, 0.2))
  const recognised = engine.recogniseTables(found, settings, cells)
  await read(recognised.needed, partOf(work, 0.2, 0.8))
  work.progress(0.8, 'Opening the tables')
  return engine.open(found, recognised, cells, today)
}
