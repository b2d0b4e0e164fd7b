import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { hasLibreOffice } from '../../verify/libreoffice.ts'
import { validateWorkbook } from '../../verify/open-xml.ts'
import { compareWorkbook } from '../../verify/compare-workbook.ts'
import { claim, fallsShort, notRun, type Outcome } from '../outcome.ts'
import { root, sharedData, spm, temporaryFolder, whereShared } from '../place.ts'

interface Case {
  readonly name: string
  readonly args: readonly string[] | null
}

const files = (set: string, ...names: readonly string[]): readonly string[] | null => {
  const folder = sharedData(set)
  return folder === null ? null : names.map((name) => join(folder, name))
}

const cases = (): readonly Case[] => {
  const maven = files('maven_crm', 'sales_pipeline.csv', 'sales_teams.csv')
  const salesforce = files('sf_devorg', 'Opportunity.csv')
  return [
    { name: 'sample', args: [join(root, 'samples/sample.xlsx')] },
    { name: 'sample, one team', args: [join(root, 'samples/sample.xlsx'), '--scope', 'Helsinki'] },
    { name: 'aw_reseller', args: ['--config', join(root, 'samples/adventure-works/spm.json'), '--as-of', '2020-05-31'] },
    { name: 'maven_crm', args: maven === null ? null : [...maven, '--as-of', '2017-12-31'] },
    { name: 'sf_devorg', args: salesforce === null ? null : [...salesforce, '--as-of', '2026-02-24'] },
  ]
}

/** A pack from each data set: accepted by Microsoft's SDK, and recalculated by LibreOffice to the same values. */
export async function* packs(): AsyncGenerator<Outcome> {
  const folder = temporaryFolder()
  for (const { name, args } of cases()) {
    if (args === null) {
      yield notRun(`pack of ${name}`, whereShared)
      continue
    }
    const out = join(folder, `${name.replace(/\W+/g, '-')}.xlsx`)
    const { code, err } = spm('pack', 'TEAM', ...args, '--out', out)
    if (code !== 0 || !existsSync(out)) {
      yield fallsShort(`pack of ${name}`, err.trim())
      continue
    }
    const { real, harmless } = await validateWorkbook(out)
    const known = Object.entries(harmless).map(([kind, count]) => `${kind} ${count}`)
    yield claim(`pack of ${name}, Open XML SDK`, real.length === 0, `${real.length} complaints (harmless: ${known.join(', ')})${real[0] ?? ''}`)
    if (!hasLibreOffice()) yield notRun(`pack of ${name}, LibreOffice`, 'soffice is not installed')
    else {
      const { formulas, differences } = await compareWorkbook(out)
      yield claim(`pack of ${name}, LibreOffice`, differences.length === 0 && formulas > 0, `${formulas} formulas recalculated, ${differences.length} differ${differences[0] === undefined ? '' : `: ${differences[0]}`}`)
    }
  }
}
