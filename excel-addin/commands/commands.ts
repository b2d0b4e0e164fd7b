import type { Mounted } from '#panel/mount.tsx'
import type { Functions } from '../functions/register.ts'
import type { commandNames } from './names.ts'

type Command = (typeof commandNames)[number]

/** What a button of the ribbon does, once the panel is shown. */
export const commandsFor = (
  { session, go, ready }: Mounted,
  functions: () => Promise<Functions>,
): Readonly<Record<Command, () => Promise<void>>> => ({
  buildPack: async () => {
    go('pack')
    await ready
    const { memory, recovery } = session.store.get()
    const isSettled = recovery.at === 'none' || recovery.at === 'restored'
    if (memory.last !== null && isSettled) await session.build(memory.last)
  },
  refresh: async () => {
    await ready
    await Promise.all([session.refresh(), functions().then((found) => found.refresh())])
  },
  checkData: async () => {
    go('data')
    await ready
    await session.refresh()
  },
  useTable: async () => {
    go('data')
    await ready
    await session.offerSelection()
  },
})

/** Shows the panel, which tells how it goes, then runs the command; Excel waits until it is told that the command is over. */
const runShown = async (run: () => Promise<void>, event: Office.AddinCommands.Event): Promise<void> => {
  try {
    await Office.addin.showAsTaskpane()
    await run()
  } finally {
    event.completed()
  }
}

/** Lets the buttons of the ribbon run the commands. What goes wrong stands in the panel. */
export const associateCommands = (commands: Readonly<Record<Command, () => Promise<void>>>): void => {
  for (const [name, run] of Object.entries(commands))
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      runShown(run, event).catch(() => undefined)
    })
}
