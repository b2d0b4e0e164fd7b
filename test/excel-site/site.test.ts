import { beforeAll, describe, expect, test } from '@jest/globals'
import { checkSite, verdictLines } from '#scripts/excel/check-site'
import { makeSite, type Site } from '#scripts/excel/site'
import { sizeLines } from '#scripts/excel/sizes'
import { root } from '../structure/repository.ts'

const base = 'https://example.com/spm/'
let site: Site

beforeAll(async () => {
  site = await makeSite(root, base)
})

const textOf = (path: string): string => Buffer.from(site.files.get(path) ?? []).toString('utf8')

describe('the folder to host under an address with a path', () => {
  test('has a manifest that holds every rule', () => {
    const verdicts = checkSite(root, site, base)
    console.log(verdictLines(verdicts).join('\n'))
    expect(verdicts.flatMap(({ complaints }) => complaints)).toEqual([])
  })

  test('loads no more at once than it may', () => {
    console.log(sizeLines(site.sizes).join('\n'))
    expect(site.sizes.filter(({ gzip, budget }) => gzip > budget)).toEqual([])
  })

  test('names the address that it is served from, and no other of ours', () => {
    expect(textOf('functions.json')).toContain('"helpUrl": "https://example.com/spm/help/functions.html#WIN_RATE"')
    expect(
      [...site.files.keys()].filter((path) => /\.(xml|json|html)$/.test(path) && textOf(path).includes('localhost')),
    ).toEqual([])
  })

  test('takes office.js from Microsoft and everything else from itself', () => {
    const addresses = [...textOf('taskpane.html').matchAll(/(?:src|href)="([^"]+)"/g)].map(
      ([, address = '']) => address,
    )
    const [outside, own] = [
      addresses.filter((each) => each.startsWith('https:')),
      addresses.filter((each) => !each.startsWith('https:')),
    ]
    expect(outside).toEqual(['https://appsforoffice.microsoft.com/lib/1/hosted/office.js'])
    expect(own.filter((path) => !site.files.has(path))).toEqual([])
  })
})
