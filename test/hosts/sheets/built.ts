import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeText, liveCheckText } from '#scripts/sheets/code'
import { root } from '../../structure/repository.ts'

/** Builds the add-on as `npm run sheets` does: its files by their names. */
export const buildAddOn = (): ReadonlyMap<string, string> =>
  new Map([
    ['Code.js', codeText()],
    ['LiveCheck.js', liveCheckText()],
    ['appsscript.json', readFileSync(join(root, 'appsscript.json'), 'utf8')],
  ])
