import { buildSync } from 'esbuild'
import { stubs } from './stubs.ts'

/** Apps Script reads the files of a script as plain text in one scope; names that end in `_` are private there. */
const withLoader = (bundle: string): string =>
  [
    'var spmLoaded_ = null',
    '',
    '/** The code behind the functions is read when one of them is first called. */',
    'function spm_() {',
    '  if (spmLoaded_ === null) {',
    '    var module = { exports: {} }',
    '    spmLoad_(module)',
    '    spmLoaded_ = module.exports',
    '  }',
    '  return spmLoaded_',
    '}',
    '',
    'function spmLoad_(module) {',
    bundle.trimEnd(),
    '}',
  ].join('\n')

const bundleOf = (file: string): string => {
  const { outputFiles } = buildSync({
    entryPoints: [file],
    bundle: true,
    format: 'cjs',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2019',
    charset: 'utf8',
    logLevel: 'silent',
    write: false,
  })
  const [bundle] = outputFiles
  if (bundle === undefined) throw new Error(`esbuild gave no file for ${file}.`)
  return bundle.text
}

/** The text of `Code.js`. */
export const codeText = (): string => `${stubs()}\n\n${withLoader(bundleOf('sheets-addon/main.ts'))}\n`

/** A script of its own that shows what a real account does; it is no part of the add-on. */
export const liveCheckText = (): string =>
  `function liveCheck() {\n  Logger.log(JSON.stringify(spm_().liveCheck(), null, 2))\n}\n\n${withLoader(bundleOf('sheets-addon/live-check.ts'))}\n`
