import { commandNames } from '#excel-addin/commands/names.ts'
import { metrics } from '#core/metrics/index'
import { checkManifest, type Verdict } from '../manifest/check.ts'
import { readXml } from '../manifest/read-xml.ts'
import { packageVersion, type Site } from './site.ts'

const declaredIn = (functionsJson: string): readonly string[] => {
  const { functions } = JSON.parse(functionsJson) as { readonly functions: readonly { readonly id: string }[] }
  return functions.map(({ id }) => id)
}

/** Checks the manifest of a hosted folder against the folder itself, as served from `base`. */
export const checkSite = (root: string, { files }: Site, base: string): readonly Verdict[] => {
  const text = (path: string): string => Buffer.from(files.get(path) ?? []).toString('utf8')
  return checkManifest({
    manifest: readXml(text('manifest.xml')),
    base,
    version: packageVersion(root),
    file: (path) => files.get(path) ?? null,
    functions: { declared: declaredIn(text('functions.json')), associated: metrics.map(({ name }) => name) },
    commands: commandNames,
  })
}

/** One line for each rule, and below it what it complains of. */
export const verdictLines = (verdicts: readonly Verdict[]): readonly string[] =>
  verdicts.flatMap(({ rule, complaints }) => [
    `${complaints.length === 0 ? '✓' : '✗'} ${rule}`,
    ...complaints.map((complaint) => `    ${complaint}`),
  ])
