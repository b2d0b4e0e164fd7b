import { describe, expect, test } from '@jest/globals'
import { headerKey } from '#core/dataset/header'
import { tableNames, tables } from '#core/dataset/tables/index'
import { glossary, marksIn, termNamed, unmarked } from '#core/metrics/glossary'
import { metrics } from '#core/metrics/index'
import { readText } from '../../structure/repository.ts'

describe('the glossary', () => {
  test('has every word once, another word for it included', () => {
    const words = glossary.flatMap(({ word, also }) => [word, ...also].map(headerKey))
    expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([])
  })

  test('has every metric and every table by its title, with what it says of itself', () => {
    for (const { title, about } of metrics) expect(termNamed(title)?.means).toBe(about)
    for (const name of tableNames) expect(termNamed(tables[name].title)?.means).toBe(tables[name].about)
  })

  test.each(glossary.map(({ word, means }) => [word, means] as const))('%s marks terms that exist', (_word, means) => {
    expect(marksIn(means).filter((mark) => termNamed(mark) === null)).toEqual([])
  })

  test('cites rules that exist', () => {
    const page = readText('docs/rules.md')
    const cited = glossary.flatMap(({ means }) =>
      [...means.matchAll(/\(([A-Z]\d+(?:, [A-Z]\d+)*)\)/g)].flatMap(([, found = '']) => found.split(', ')),
    )
    expect(cited.length).toBeGreaterThan(10)
    expect(cited.filter((rule) => !page.includes(`**${rule}**`))).toEqual([])
  })

  test('finds a word whatever its case and number, and another word for the same', () => {
    expect(termNamed('QUOTAS')?.word).toBe('Target')
    expect(termNamed('deal')?.word).toBe('Opportunity')
    expect(termNamed('win rate')?.metric?.name).toBe('WIN_RATE')
    expect(termNamed('shoe size')).toBeNull()
  })

  test('shows a text without its marks', () => {
    expect(unmarked('The [open pipeline] by [stage].')).toBe('The open pipeline by stage.')
  })
})
