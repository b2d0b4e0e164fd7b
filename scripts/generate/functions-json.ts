import { describeFunctions } from '#excel-addin/functions/describe.ts'
import type { Entry } from './catalogue.ts'
import type { Output } from './output.ts'
import { format, resolveConfig } from 'prettier'

/** Where the add-in is served while it is developed; a release puts its own address in its place. */
const developmentBase = 'https://localhost:3000/'

/** `excel-addin/functions/functions.json` */
export const functionsJson = async (entries: readonly Entry[]): Promise<Output> => {
  const file = 'excel-addin/functions/functions.json'
  const described = describeFunctions(
    entries.map(({ metric }) => metric),
    developmentBase,
  )
  const options = await resolveConfig(file)
  return { file, text: await format(JSON.stringify(described), { ...options, filepath: file }) }
}
