import { parse, type Program } from 'acorn'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { Linter } from 'eslint'
import * as z from 'zod'
import { metrics } from '#core/metrics/index'
import { publicFunctions } from '#scripts/sheets/stubs'
import { measureStartUp } from '#scripts/sheets/start-up'
import { menuItems } from '#sheets-addon/menu.ts'
import { buildAddOn } from '../hosts/sheets/built.ts'

/** The services that the two scopes allow, and what those need. */
const services = ['SpreadsheetApp', 'ScriptApp', 'Utilities']

let files: ReadonlyMap<string, string> = new Map()
let code = ''
let program: Program

beforeAll(() => {
  files = buildAddOn()
  code = files.get('Code.js') ?? ''
  program = parse(code, { ecmaVersion: 2019, sourceType: 'script' })
})

const declared = (): readonly string[] =>
  program.body.flatMap((statement) => {
    if (statement.type === 'FunctionDeclaration') return [statement.id.name]
    if (statement.type !== 'VariableDeclaration') return [`a statement of the kind ${statement.type}`]
    return statement.declarations.map(({ id }) => (id.type === 'Identifier' ? id.name : id.type))
  })

const freeNames = (text: string): readonly string[] => {
  const found = new Linter().verify(text, {
    languageOptions: {
      ecmaVersion: 2019,
      sourceType: 'script',
      globals: Object.fromEntries(services.map((name) => [name, 'readonly'] as const)),
    },
    rules: { 'no-undef': 'error' },
  })
  return found.map(({ message }) => message)
}

describe('the built script', () => {
  test('is ES2019, which Apps Script reads', () => {
    expect(program.body.length).toBeGreaterThan(metrics.length)
  })

  test('uses no name that Apps Script lacks', () => {
    expect(freeNames(code)).toEqual([])
    expect(freeNames('fetch(setTimeout)')).toEqual(["'fetch' is not defined.", "'setTimeout' is not defined."])
  })

  test('has a function for each metric and for what Google calls, and no other that a cell could call', () => {
    expect(declared().filter((name) => !name.endsWith('_'))).toEqual(publicFunctions())
    expect(publicFunctions()).toEqual(expect.arrayContaining(metrics.map(({ name }) => `SPM_${name}`)))
  })

  test('has the functions of the menu', () => {
    expect(publicFunctions()).toEqual(expect.arrayContaining(menuItems.map(({ calls }) => calls)))
  })

  test('names the arguments of a function as the reference does', () => {
    expect(code).toContain('function SPM_AVG_DEAL(deals, ')
    expect(code).toMatch(
      /@param \{range\} deals [^\n]+\n[\s\S]{1,2000}@customfunction\n \*\/\nfunction SPM_WIN_RATE\(deals, stages, period, as_of, by, unit, denominator, min_stage, min_amount, scope, settings, headers\)/,
    )
  })

  test('fits into a script, of which Google takes files of some megabytes', () => {
    const { read, loaded } = measureStartUp(code)
    process.stderr.write(
      `Code.js: ${Math.round(code.length / 1024)} kB; ${read.toFixed(1)} ms to read, ${loaded.toFixed(1)} ms until it can answer\n`,
    )
    expect(code.length).toBeLessThan(2_000_000)
  })
})

const manifest = z.strictObject({
  timeZone: z.literal('Etc/GMT'),
  runtimeVersion: z.literal('V8'),
  exceptionLogging: z.literal('NONE'),
  oauthScopes: z.array(z.string()),
})

test('asks for this spreadsheet and its sidebar, and for nothing else', () => {
  expect(manifest.parse(JSON.parse(files.get('appsscript.json') ?? '')).oauthScopes).toEqual([
    'https://www.googleapis.com/auth/spreadsheets.currentonly',
    'https://www.googleapis.com/auth/script.container.ui',
  ])
})
