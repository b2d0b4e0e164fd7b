import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeText, liveCheckText } from './sheets/code.ts'
import { measureStartUp } from './sheets/start-up.ts'

/** Another folder than the usual one comes as the argument. */
const [folder = 'dist/sheets'] = process.argv.slice(2)

const howToPush = `
To try it in a spreadsheet of your own:
  1. In the spreadsheet: Extensions > Apps Script. Copy the script ID from Project settings.
  2. cp .clasp.json.example .clasp.json, and put the ID there.
  3. npx clasp login, once; then npx clasp push.
  4. Reload the spreadsheet: the menu "SPM" is under Extensions, and cells take =SPM_WIN_RATE(Deals!A1:P5000).
Without clasp: paste Code.js into the script editor, and appsscript.json into the manifest there.
What only a real account can show is in docs/live-checklist-sheets.md.
`

mkdirSync(folder, { recursive: true })
const code = codeText()
writeFileSync(join(folder, 'Code.js'), code)
mkdirSync(`${folder}-live-check`, { recursive: true })
writeFileSync(`${folder}-live-check/LiveCheck.js`, liveCheckText())
copyFileSync('appsscript.json', join(folder, 'appsscript.json'))
console.log(`${folder}/Code.js (${Math.round(Buffer.byteLength(code) / 1024)} kB), ${folder}/appsscript.json`)
if (process.argv.length === 2) {
  const { read, loaded } = measureStartUp(code)
  console.log(
    `Start-up in a bare V8: ${read.toFixed(1)} ms to read it, ${loaded.toFixed(1)} ms until it can answer (processor time, median of 20)`,
  )
  console.log(howToPush)
}
