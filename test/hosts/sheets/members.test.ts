import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { root } from '../../structure/repository.ts'
import { rangeMembers } from './range.ts'
import { sheetMembers } from './sheet.ts'
import { spreadsheetMembers, textFinderMembers } from './spreadsheet.ts'

const types = readFileSync(
  join(root, 'node_modules/@types/google-apps-script/google-apps-script.spreadsheet.d.ts'),
  'utf8',
)

/** What Google's types say that an interface has. */
const membersOf = (name: string): ReadonlySet<string> => {
  const body = new RegExp(`interface ${name}\\b[^{]*\\{([\\s\\S]*?)\\n {8}\\}`).exec(types)?.[1] ?? ''
  return new Set([...body.matchAll(/^ {12}(\w+)\(/gm)].map(([, member = '']) => member))
}

/** Helpers of the host itself, which a script never sees by these names. */
const own = new Set(['constructor', 'self', 'map', 'put', 'refuseOtherSize', 'reads', 'writes', 'extent', 'named'])

describe('the host has no member that Google lacks', () => {
  test.each([
    ['Range', rangeMembers],
    ['Sheet', sheetMembers],
    ['Spreadsheet', spreadsheetMembers],
    ['TextFinder', textFinderMembers],
  ])('%s', (name, members) => {
    expect(membersOf(name).size).toBeGreaterThan(5)
    expect(members.filter((member) => !own.has(member) && !membersOf(name).has(member))).toEqual([])
  })
})
