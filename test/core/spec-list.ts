import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../structure/repository.ts'

const file = join(process.env['SPM_SHARED'] ?? join(root, '../shared'), 'spec/metrics.md')

/** Where the tests say why they cannot compare themselves with the list they come from. */
export const noSpecification = 'the specification is not on this machine: set SPM_SHARED to the folder that holds it'

/** The text below a heading of the metric dictionary; `null` where it is not on this machine. */
export const specSection = (heading: string): string | null => {
  if (!existsSync(file)) return null
  const sections = readFileSync(file, 'utf8').split(/^## /m)
  return sections.find((section) => section.startsWith(heading))?.slice(heading.length) ?? ''
}
