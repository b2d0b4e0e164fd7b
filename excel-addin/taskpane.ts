import * as z from 'zod/mini'
import { mount } from '#panel/mount.tsx'
import { PortError, type PlainTab } from '#panel/port.ts'
import { associateCommands, commandsFor } from './commands/commands.ts'
import type { Functions } from './functions/register.ts'
import { themeOf } from './office-theme.ts'
import { openPort } from './panel-port.ts'

/** The version of the package, put in by the build. */
declare const SPM_VERSION: string

const sampleShape = z.array(
  z.object({
    name: z.string(),
    rows: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))),
    formats: z.array(z.nullable(z.string())),
    table: z.nullable(z.string()),
  }),
)

const sampleTrouble = 'The sample could not be fetched. Check the connection, then try again.'

const loadSample = async (): Promise<readonly PlainTab[]> => {
  const response = await fetch(new URL('sample.json', location.href)).catch((error: unknown) => String(error))
  if (typeof response === 'string') throw new PortError('failed', sampleTrouble, response)
  if (!response.ok) throw new PortError('failed', sampleTrouble, `HTTP ${response.status}`)
  const read = sampleShape.safeParse(await response.json())
  if (!read.success) throw new PortError('failed', sampleTrouble, z.prettifyError(read.error))
  return read.data
}

/** Where the panel says in a sentence that it cannot start. */
const say = (sentence: string): void => {
  const words = document.getElementById('skeleton-words')
  if (words !== null) words.textContent = sentence
}

const showPanel = async (element: HTMLElement, functions: () => Promise<Functions>): Promise<void> => {
  const { contentLanguage, officeTheme } = Office.context as Partial<Office.Context>
  const port = await openPort({
    helpAddress: new URL('.', location.href).href,
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
  const functions = (): Promise<Functions> => (started ??= import('./functions.ts').then((script) => script.functions))
  await Promise.all([showPanel(element, functions), functions()])
}

start().catch((error: unknown) => {
  say(
    `SPM could not start: ${error instanceof Error ? error.message : String(error)} Close the panel and open it again.`,
  )
})
