import { updateAsOf } from './as-of.ts'
import { addMenu } from './menu.ts'
import { fillOlderEngine } from './older-engine.ts'

fillOlderEngine()

/** The functions of the built script that are no metrics are these, by the same names. */
export { explainFormula, formula } from './functions/formula.ts'
export { refreshFormulas } from './refresh.ts'

interface OpenEvent {
  readonly authMode?: GoogleAppsScript.Script.AuthMode
}

/** Runs when a file is opened. Before a person has agreed to anything, nothing but the menu is allowed. */
export const onOpen = (event?: OpenEvent): void => {
  addMenu()
  const mode = event?.authMode
  if (mode === ScriptApp.AuthMode.LIMITED || mode === ScriptApp.AuthMode.FULL) updateAsOf(false)
}

export const onInstall = (event?: OpenEvent): void => {
  onOpen(event)
}
