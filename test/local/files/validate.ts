import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateWorkbook } from '#scripts/verify/open-xml'

/** What Microsoft's Open XML SDK finds wrong in a workbook, but for the classes that are known to be harmless. */
export const complaintsAbout = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'spm-validate-'))
  try {
    const file = join(folder, 'workbook.xlsx')
    await writeFile(file, bytes)
    return (await validateWorkbook(file)).real
  } finally {
    await rm(folder, { recursive: true })
  }
}
