import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { compareWorkbook } from '../../verify/compare-workbook.ts'
import { hasLibreOffice } from '../../verify/libreoffice.ts'
import { validateWorkbook } from '../../verify/open-xml.ts'
import { claim, fallsShort, notRun, type Outcome } from '../outcome.ts'
import { inTemporaryFolder, root, sharedData, spm, whereShared } from '../place.ts'

interface Case {
  readonly name: string
  readonly args: readonly string[] | null
}

const files = (set: string, ...names: readonly string[]): readonly string[] | null => {
  const folder = sharedData(set)
  return folder === null ? null : names.map((name) => join(folder, name))
}

const cases = (): readonly Case[] => {
  const sample = join(root, 'samples/sample.xlsx')
  const config = join(root, 'samples/adventure-works/spm.json')
  const maven = files('maven_crm', 'sales_pipeline.csv', 'sales_teams.csv')
  const salesforce = files('sf_devorg', 'Opportunity.csv')
  return [
    { name: 'sample', args: [sample] },
    { name: 'sample, one team', args: [sample, '--scope', 'Helsinki'] },
    { name: 'adventure-works.xlsx', args: [join(root, 'samples/adventure-works.xlsx')] },
    { name: 'aw_reseller', args: ['--config', config, '--as-of', '2020-05-31'] },
    { name: 'maven_crm', args: maven === null ? null : [...maven, '--as-of', '2017-12-31'] },
    { name: 'sf_devorg', args: salesforce === null ? null : [...salesforce, '--as-of', '2026-02-24'] },
  ]
}

async function* validity(name: string, pack: string): AsyncGenerator<Outcome> {
  const { real, harmless } = await validateWorkbook(pack)
  const known = Object.entries(harmless).map(([kind, count]) => `${kind} ${count}`)
  const first = real[0] === undefined ? '' : `: ${real[0]}`
  yield claim(
    `pack of ${name}, Open XML SDK`,
    real.length === 0,
    `${real.length} complaints (harmless: ${known.join(', ')})${first}`,
  )
}

async function* recalculation(name: string, pack: string): AsyncGenerator<Outcome> {
  if (!hasLibreOffice()) return yield notRun(`pack of ${name}, LibreOffice`, 'soffice is not installed')
  const { formulas, differences } = await compareWorkbook(pack)
  const first = differences[0] === undefined ? '' : `: ${differences[0]}`
  yield claim(
    `pack of ${name}, LibreOffice`,
    differences.length === 0 && formulas > 0,
    `${formulas} formulas recalculated, ${differences.length} differ${first}`,
  )
}

async function* packOf({ name, args }: Case, folder: string): AsyncGenerator<Outcome> {
  if (args === null) return yield notRun(`pack of ${name}`, whereShared)
  const pack = join(folder, `${name.replace(/\W+/g, '-')}.xlsx`)
  const { code, err } = spm('pack', 'TEAM', ...args, '--out', pack)
  if (code !== 0 || !existsSync(pack)) return yield fallsShort(`pack of ${name}`, err.trim())
  yield* validity(name, pack)
  yield* recalculation(name, pack)
}

/** A pack from each data set: accepted by Microsoft's SDK, and recalculated by LibreOffice to the same values. */
export async function* packs(): AsyncGenerator<Outcome> {
  yield* inTemporaryFolder(async function* (folder) {
    for (const each of cases()) yield* packOf(each, folder)
  })
}
