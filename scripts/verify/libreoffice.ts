import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { isInstalled } from './program.ts'

const run = promisify(execFile)

export const hasLibreOffice = (): boolean => isInstalled('soffice', '--version')

/** Otherwise LibreOffice believes the values that stand beside the formulas. */
const alwaysCalculate =
  '<item oor:path="/org.openoffice.Office.Calc/Formula/Load">' +
  '<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>'

/** Where people write 1,5 for one and a half, such as de-DE. */
const inLocale = (locale: string): string =>
  `<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>${locale}</value></prop></item>`

const registry = (locale: string | null): string =>
  `<oor:items xmlns:oor="http://openoffice.org/2001/registry">${alwaysCalculate}${locale === null ? '' : inLocale(locale)}</oor:items>`

/**
 * Opens a workbook in LibreOffice with a profile of its own, which calculates every formula, and saves it in a folder as
 * `format`; resolves to the path of the new file. `locale`: the one that the profile is set to, such as de-DE.
 */
export const convert = async (
  path: string,
  format: 'xlsx' | 'pdf' | 'csv',
  folder: string,
  locale: string | null = null,
): Promise<string> => {
  const profile = await mkdtemp(join(tmpdir(), 'spm-office-'))
  try {
    await mkdir(join(profile, 'user'), { recursive: true })
    await writeFile(join(profile, 'user/registrymodifications.xcu'), registry(locale))
    const installation = `-env:UserInstallation=${pathToFileURL(profile).href}`
    await run('soffice', [installation, '--headless', '--convert-to', format, '--outdir', folder, path], {
      timeout: 240_000,
    })
    return join(folder, `${basename(path, extname(path))}.${format}`)
  } finally {
    await rm(profile, { recursive: true, force: true })
  }
}
