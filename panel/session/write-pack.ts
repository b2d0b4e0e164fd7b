import type { Pack } from '#core/report/build-pack'
import type { Engine, OpenBook } from './engine.ts'
import type { PackChoice } from './memory.ts'
import type { PackToWrite, Port, Work, WritePlan } from '../port.ts'
import { pause, refuseCancelled } from './pause.ts'
import { partOf } from './read-book.ts'
import type { PackResult } from './state.ts'

/** The tabs of a pack, in its order. */
export const tabsOf = ({ instructions }: Pack): readonly string[] =>
  instructions.flatMap((each) => (each.do === 'tab' ? [each.tab] : []))

/** A pack that cannot be written, with what stands in its way. */
export class Obstructed extends Error {
  constructor(readonly obstacles: readonly string[]) {
    super('The pack was not written: something stands in the way. Nothing was changed.')
    this.name = 'Obstructed'
  }
}

const resultOf = (pack: Pack, run: PackToWrite, plan: WritePlan, written: Awaited<ReturnType<Port['write']>>) => ({
  run: run.run,
  title: run.title,
  tabs: written.tabs,
  headlines: pack.report.headlines,
  milliseconds: written.milliseconds,
  substitutes: written.substitutes,
  leftOver: plan.leftOver,
  unlocks: pack.unlocks.slice(0, 3).map(({ what }) => what),
})

/** The pack that somebody chose, of an open workbook. */
export const packOf = async (engine: Engine, book: OpenBook, { pack, scope, asOf }: PackChoice): Promise<Pack> => {
  const { packFrom } = await engine.loadPacks()
  return packFrom(engine.asOf(book, asOf), pack, scope)
}

/** The pack with what people typed into the one before it; what has no place any more is counted. */
const withTyped = async (port: Port, engine: Engine, pack: Pack, { tabs, leftOver }: WritePlan) => {
  const kept = tabs.flatMap(({ tab, state }) => (state === 'rewritten' ? [tab] : []))
  const earlier = [...kept, ...leftOver]
  const typed = earlier.length === 0 ? [] : await port.readTabs(earlier)
  if (typed.length === 0) return { instructions: pack.instructions, unplaced: 0 }
  const { carryOver } = await engine.loadPacks()
  const { instructions, leftOver: unplaced } = carryOver(pack.report, typed)
  return { instructions, unplaced: unplaced.length }
}

/** Plans the write, takes over what people typed into the earlier pack, and writes. */
export const writePack = async (
  port: Port,
  engine: Engine,
  pack: Pack,
  run: string,
  work: Work,
): Promise<PackResult> => {
  work.progress(0, 'Checking which tabs can be written')
  const plan = await port.plan(tabsOf(pack))
  refuseCancelled(work.signal)
  if (plan.obstacles.length > 0) throw new Obstructed(plan.obstacles)
  work.progress(0.1, 'Keeping what was typed into the earlier pack')
  const { instructions, unplaced } = await withTyped(port, engine, pack, plan)
  await pause()
  refuseCancelled(work.signal)
  const whole = { run, title: pack.report.title, instructions }
  const written = await port.write(whole, partOf(work, 0.2, 1))
  return { ...resultOf(pack, whole, plan, written), unplaced }
}
