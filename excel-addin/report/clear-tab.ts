import type { Batch } from '../office/batch.ts'
import { supports } from '../office/run-excel.ts'

/** What stands on a tab besides cells. */
export interface ObjectsOnTab {
  readonly tables: readonly string[]
  readonly charts: number
  /** Ids; empty where this Excel has no comments. */
  readonly comments: readonly string[]
}

const clearBytes = 6_000

/**
 * Empties a tab of ours without deleting it, so that the steps of undo and the formulas that refer to it survive. Its
 * tables become plain ranges first: formulas of other tabs that name them keep the cells.
 */
export const clearTab = async (batch: Batch, sheet: Excel.Worksheet, objects: ObjectsOnTab): Promise<void> =>
  await batch.add(clearBytes, () => {
    for (const name of objects.tables) sheet.tables.getItem(name).convertToRange()
    for (let chart = objects.charts - 1; chart >= 0; chart--) sheet.charts.getItemAt(chart).delete()
    if (supports('1.10')) for (const id of objects.comments) sheet.comments.getItem(id).delete()
    const all = sheet.getRange()
    all.conditionalFormats.clearAll()
    all.dataValidation.clear()
    all.clear('All')
    all.format.useStandardWidth = true
    all.format.useStandardHeight = true
    sheet.freezePanes.unfreeze()
  })
