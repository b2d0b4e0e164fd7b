import { ESLint } from 'eslint'
import { describe, expect, test } from '@jest/globals'
import tseslint from 'typescript-eslint'
import { root } from './repository.ts'

/** Without the rules that need types: the texts below are no files of any project. */
const eslint = new ESLint({ cwd: root, overrideConfig: tseslint.configs.disableTypeChecked })

const rulesBroken = async (file: string, text: string): Promise<readonly (string | null)[]> => {
  const results = await eslint.lintText(text, { filePath: file })
  return results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))
}

const lines = (count: number, line: string): string => Array.from({ length: count }, () => `${line}\n`).join('')

const banned = [
  ['core/a.ts', 'export const a = Date.now()', 'no-restricted-properties'],
  ['core/a.ts', 'export const { now } = Date', 'no-restricted-properties'],
  ['core/a.ts', 'export const a = new Date(2026, 0, 1)', 'no-restricted-syntax'],
  ['core/a.ts', 'export const a = Math.random()', 'no-restricted-properties'],
  ['core/a.ts', 'export const a = new Intl.NumberFormat("de")', 'no-restricted-globals'],
  ['core/a.ts', 'export const a = (1).toLocaleString()', 'no-restricted-syntax'],
  ['core/a.ts', 'export const a = "x"["toLocaleUpperCase"]()', 'no-restricted-syntax'],
  ['core/a.ts', 'export const a = "x".localeCompare("y")', 'no-restricted-syntax'],
  ['core/a.ts', 'console.log(1)', 'no-console'],
  ['core/a.ts', 'export const a = process.env', 'no-restricted-globals'],
  ['core/a.ts', 'export const a = globalThis', 'no-restricted-globals'],
  ['core/a.ts', 'import { readFileSync } from "node:fs"\nreadFileSync("a")', 'no-restricted-imports'],
  ['core/a.ts', 'export { parse } from "papaparse"', 'no-restricted-imports'],
  ['core/a.ts', 'import { formats } from "#core/report/formats"\nformats()', 'no-restricted-imports'],
  ['core/metrics/a.ts', 'export const a = (b: string | null) => b!', '@typescript-eslint/no-non-null-assertion'],
  ['core/metrics/a.ts', 'export const a = 1 as number', '@typescript-eslint/consistent-type-assertions'],
  ['local/a.ts', 'import { a } from "./b"\na()', 'no-restricted-imports'],
  ['local/a.ts', 'export const a = (b: any) => b', '@typescript-eslint/no-explicit-any'],
  ['local/a.ts', 'import { A } from "./b.ts"\nexport const a: A = 1', '@typescript-eslint/consistent-type-imports'],
  ['local/a.ts', 'export default 1', 'no-restricted-exports'],
  ['local/a.ts', 'export enum A { B }', 'no-restricted-syntax'],
  ['local/a.ts', `export const a = 1\n${lines(300, '// line')}`, 'max-lines'],
  ['local/a.ts', `export const a = (b: number) => {\n${lines(50, '  b += 1')}  return b\n}`, 'max-lines-per-function'],
  ['local/a.ts', `export const a = (b: boolean) => ${'b || '.repeat(12)}b`, 'complexity'],
] as const

const welcome = [
  ['core/a.ts', 'import { distance } from "fastest-levenshtein"\nexport const a = distance("a", "b")'],
  ['core/a.ts', 'export const a = Math.max(1, 2)'],
  ['local/a.ts', 'console.log(new Date())'],
  ['jest.config.js', 'export default {}'],
] as const

describe('lint', () => {
  test.each(banned)('in %s, %j breaks %s', async (file, text, rule) => {
    expect(await rulesBroken(file, text)).toContain(rule)
  })

  test.each(welcome)('in %s, %j is fine', async (file, text) => {
    expect(await rulesBroken(file, text)).toEqual([])
  })
})
