import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../structure/repository.ts'
import { describePack } from './describe-pack.ts'

const shared = process.env['SPM_SHARED'] ?? join(root, '../shared')

/** Files of a shared data set; `null`, and a message, where they are not on this machine. */
const files = (set: string, ...names: readonly string[]): readonly string[] | null => {
  const folder = join(shared, 'data', set)
  if (existsSync(folder)) return names.map((name) => join(folder, name))
  console.warn(`${set} is not on this machine: its pack is skipped; set SPM_SHARED to the folder of the shared data`)
  return null
}

const maven = files('maven_crm', 'sales_pipeline.csv', 'sales_teams.csv')
const salesforce = files('sf_devorg', 'Opportunity.csv')

describePack({ name: 'maven_crm', argv: maven && [...maven, '--as-of', '2017-12-31'] })
describePack({ name: 'sf_devorg', argv: salesforce && [...salesforce, '--as-of', '2026-02-24'] })
