import { describe, expect, test } from '@jest/globals'
import { posix } from 'node:path'
import { metrics } from '#core/metrics/index'
import { pageFiles } from '#scripts/excel/pages'
import { root } from '../structure/repository.ts'

const files = new Map(pageFiles(root).map(({ path, text }) => [path, text]))

const linksIn = (text: string): readonly string[] =>
  [...text.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href = '']) => href)
const anchorsIn = (text: string): readonly string[] => [...text.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id)

const broken = (path: string, href: string): boolean => {
  if (/^[a-z]+:/.test(href)) return false
  const [file = '', anchor] = href.split('#')
  const target = files.get(file === '' ? path : posix.join(posix.dirname(path), file))
  return target === undefined || (anchor !== undefined && !anchorsIn(target).includes(anchor))
}

describe('the pages of the hosted folder', () => {
  test('are those that the manifest names, and one for each function', () => {
    const expected = ['support.html', 'privacy.html', 'help/index.html', 'help/functions.html', 'help/rules.html']
    const own = metrics.map(({ name }) => `help/${name}.html`)
    expect([...expected, ...own].filter((path) => !files.has(path))).toEqual([])
  })

  test('lead to pages and anchors that are there', () => {
    const dead = [...files].flatMap(([path, text]) =>
      linksIn(text).flatMap((href) => (broken(path, href) ? [`${path}: ${href}`] : [])),
    )
    expect(dead).toEqual([])
  })

  test('the test for dead links finds them', () => {
    expect(broken('help/index.html', '../support.html')).toBe(false)
    expect(broken('help/index.html', 'support.html')).toBe(true)
    expect(broken('help/index.html', 'functions.html#NONE')).toBe(true)
  })

  test('have every anchor once', () => {
    const twice = [...files].filter(([, text]) => new Set(anchorsIn(text)).size !== anchorsIn(text).length)
    expect(twice.map(([path]) => path)).toEqual([])
  })

  test('explain each function under its name, with the arguments and the result', () => {
    const functions = files.get('help/functions.html') ?? ''
    const sections = functions.split('<h2 id="')
    const incomplete = metrics.filter(({ name }) => {
      const section = sections.find((each) => each.startsWith(`${name}"`)) ?? ''
      return !['How to ask', 'Arguments', 'Result', `=SPM.${name}(`].every((part) => section.includes(part))
    })
    expect(incomplete.map(({ name }) => name)).toEqual([])
  })

  test('load nothing from elsewhere and run no script', () => {
    const all = [...files.values()].join('\n')
    expect(all).not.toMatch(/<script|src="https?:/)
    expect(
      [...files.values()].every((text) => text.includes("default-src 'none'; style-src 'self'; img-src 'self'")),
    ).toBe(true)
  })
})
