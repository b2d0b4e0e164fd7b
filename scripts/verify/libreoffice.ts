import { execFile, execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

const answers = (program: string, option: string): boolean => {
  try {
    execFileSync(program, [option], { stdio: 'ignore', timeout: 60_000 })
    return true
  } catch {
    return false
  }
}

export const hasLibreOffice = (): boolean => answers('soffice', '--version')

/** Otherwise LibreOffice believes the values that stand beside the formulas. */
const alwaysCalculate =
  '<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">' +
  '<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>'

/** Opens a workbook in LibreOffice with a profile of its own, which calculates every formula, and saves it as `format`. */
export const convert = async (path: string, format: 'xlsx' | 'pdf', folder: string): Promise<void> => {
  const profile = await mkdtemp(join(tmpdir(), 'spm-office-'))
  try {
    await mkdir(join(profile, 'user'), { recursive: true })
    await writeFile(join(profile, 'user/registrymodifications.xcu'), alwaysCalculate)
    const installation = `-env:UserInstallation=${pathToFileURL(profile).href}`
    await run('soffice', [installation, '--headless', '--convert-to', format, '--outdir', folder, path], { timeout: 240_000 })
  } finally {
    await rm(profile, { recursive: true, force: true })
  }
}
