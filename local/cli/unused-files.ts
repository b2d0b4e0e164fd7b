import type { Identified, Unrecognised } from '#core/dataset/identify'
import type { FileArgument } from './file-argument.ts'
import type { NamedSheet } from './read-sheets.ts'

const reasonFor = (path: string, sheets: readonly NamedSheet[], { unrecognised }: Identified): string => {
  const reasons = unrecognised.filter(({ name }) => sheets.some((sheet) => sheet.name === name))
  const [only, second] = reasons
  if (only === undefined) return `"${path}" has no filled cells: name a file that holds a table.`
  if (second === undefined) return only.reason
  return `"${path}" has no tab that is a table that is known. ${only.reason}`
}

/** Files that were named without saying which table they are, and of which nothing is used. */
export const unusedFiles = (
  files: readonly FileArgument[],
  sheets: readonly NamedSheet[],
  identified: Identified,
): readonly Unrecognised[] => {
  const used = new Set([
    ...Object.values(identified.tables).map(({ name }) => name),
    ...identified.questions.flatMap(({ ranges }) => ranges),
  ])
  return files.flatMap(({ table, path, tab }) => {
    if (table !== null) return []
    const own = sheets.filter(
      (sheet) => sheet.file === path && (tab === null || sheet.sheet?.toLowerCase() === tab.toLowerCase()),
    )
    return own.some(({ name }) => used.has(name)) ? [] : [{ name: path, reason: reasonFor(path, own, identified) }]
  })
}
