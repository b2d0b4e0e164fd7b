import type { Pack } from '#core/report/build-pack'
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

/** Plans the write, takes over what people typed into the earlier pack, and writes. */
export const writePack = async (port: Port, pack: Pack, run: string, work: Work): Promise<PackResult> => {
  const tabs = tabsOf(pack)
  work.progress(0, 'Checking which tabs can be written')
  const plan = await port.plan(tabs)
  refuseCancelled(work.signal)
  if (plan.obstacles.length > 0) throw new Obstructed(plan.obstacles)
  await pause()
  refuseCancelled(work.signal)
  const whole = { run, title: pack.report.title, instructions: pack.instructions }
  return resultOf(pack, whole, plan, await port.write(whole, partOf(work, 0.2, 1)))
}
