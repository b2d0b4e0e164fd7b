import { mount } from '#panel/mount.tsx'
import type { PlainTab } from '#panel/port.ts'
import { associateCommands, commandsFor } from './commands/commands.ts'
import type { Functions } from './functions/register.ts'
import { themeOf } from './office-theme.ts'
import { openPort } from './panel-port.ts'

/** The version of the package, put in by the build. */
declare const SPM_VERSION: string

const loadSample = async (): Promise<readonly PlainTab[]> => {
  const response = await fetch(new URL('sample.json', location.href))
  if (!response.ok) throw new Error(`The sample could not be fetched (${response.status}). Try again.`)
  return (await response.json()) as readonly PlainTab[]
}

/** Where the panel says in a sentence that it cannot start. */
const say = (sentence: string): void => {
  const words = document.getElementById('skeleton-words')
  if (words !== null) words.textContent = sentence
}

const showPanel = async (element: HTMLElement, functions: () => Promise<Functions>): Promise<void> => {
  const { contentLanguage, officeTheme } = Office.context as Partial<Office.Context>
  const port = await openPort({
    helpAddress: new URL('help/', location.href).href,
    theme: themeOf(officeTheme?.bodyBackgroundColor),
    locale: contentLanguage ?? navigator.language,
  })
  associateCommands(commandsFor(mount(element, port, { version: SPM_VERSION, loadSample }), functions))
}

const start = async (): Promise<void> => {
  if (typeof Office === 'undefined') {
    say(
      'The library that connects SPM to Excel could not be loaded from Microsoft. Check the connection, then open the panel again.',
    )
    return
  }
  const { host } = await Office.onReady()
  if (!(host as unknown as string | null)) {
    say('This page is a part of the SPM add-in. Open it from the Home tab of Excel.')
    return
  }
  const element = document.getElementById('panel')
  if (element === null) return
  let started: Promise<Functions> | undefined
  const functions = (): Promise<Functions> =>
    (started ??= import('./functions.ts').then(({ startFunctions }) => startFunctions()))
  await Promise.all([showPanel(element, functions), functions()])
}

start().catch((error: unknown) => {
  say(
    `SPM could not start: ${error instanceof Error ? error.message : String(error)} Close the panel and open it again.`,
  )
})
