import type { FoundRange } from '../port.ts'

const settingsTab = /^spm[\s_-]+settings$/i

/** The range that holds the settings of the workbook: a table in its tab goes before the tab itself. */
export const settingsRange = (found: readonly FoundRange[]): FoundRange | null =>
  found.find(({ tab }) => settingsTab.test(tab)) ?? null
