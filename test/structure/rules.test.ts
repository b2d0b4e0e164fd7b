import { describe, expect, test } from '@jest/globals'
import { files, readText } from './repository.ts'

const number = '[A-Z]\\d+[a-z]?'

/** The numbers of the rules, in the order in which the page has them. */
const numbersIn = (page: string): readonly string[] =>
  [...page.matchAll(new RegExp(`^- \\*\\*(${number})\\*\\* `, 'gm'))].map(([, found]) => found ?? '')

/** The rules that the titles of a test file cite: a call whose first argument is a text that ends with `(W2)`. */
const citedIn = (source: string): readonly string[] => {
  const title = new RegExp(`\\(\\s*(['"\`])(?:(?!\\1).)*\\((${number}(?:, ${number})*)\\)\\1`, 'g')
  return [...source.matchAll(title)].flatMap(([, , found = '']) => found.split(', '))
}

const page = readText('docs/rules.md')
const rules = numbersIn(page)
const tests = files.filter((file) => /^test\/.*\.test\.ts$/.test(file))
const cited = new Map(tests.map((file) => [file, citedIn(readText(file))]))

describe('docs/rules.md', () => {
  test('gives every rule a number of its own', () => {
    const [defined = ''] = page.split('\n## Choices of our own')
    const unnumbered = defined.split('\n').filter((line) => line.startsWith('- ') && numbersIn(line).length === 0)
    expect(unnumbered).toEqual([])
    expect(rules.filter((rule, i) => rules.indexOf(rule) !== i)).toEqual([])
    expect(rules.length).toBeGreaterThan(0)
  })

  test.each(rules)('%s is cited by the title of a test', (rule) => {
    expect([...cited.values()].flat()).toContain(rule)
  })

  test('has every rule that a title cites', () => {
    const unknown = [...cited].flatMap(([file, found]) =>
      found.flatMap((rule) => (rules.includes(rule) ? [] : [`${file}: ${rule}`])),
    )
    expect(unknown).toEqual([])
  })
})

describe('the search for citations', () => {
  test('finds numbers at the end of titles alone', () => {
    const call = 'test'
    expect(citedIn(`${call}('open deals count (W2)', () => {`)).toEqual(['W2'])
    expect(citedIn(`])("%s is due (D3, A2a)", () => {`)).toEqual(['D3', 'A2a'])
    expect(citedIn(`${call}('cells (A1) to B2', () => {`)).toEqual([])
    expect(citedIn(`// as in (W2)\n${call}('open deals', () => {`)).toEqual([])
  })

  test('finds the numbers of rules at the beginning of lines alone', () => {
    expect(numbersIn('- **W2** Open deals\n- **W3** see **W2** \nand - **W4** ')).toEqual(['W2', 'W3'])
  })
})
