import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { cellAddress } from '#core/report/a1'
import { zipTexts } from './zip-texts.ts'

export interface StoredCell {
  readonly isError: boolean
  readonly text: string
}

export interface StoredTable {
  readonly name: string
  /** The names of its columns, as the table itself has them. */
  readonly columns: readonly string[]
  /** What stands in its first row of cells. */
  readonly header: readonly (string | undefined)[]
}

export interface StoredTab {
  readonly name: string
  readonly cells: ReadonlyMap<string, StoredCell>
  readonly tables: readonly StoredTable[]
  /** Places inside the workbook that its links lead to, such as `'Won deals'!A1`. */
  readonly places: readonly string[]
  readonly addresses: readonly string[]
  /** Pages that it is cut into. */
  readonly pages: number
}

/** A pack as the file holds it: read from its XML, by nothing that had a hand in writing it. */
export interface StoredPack {
  readonly parts: ReadonlyMap<string, string>
  readonly tabs: readonly StoredTab[]
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export const unescapeXml = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all: string, hex?: string, code?: string, name = '') => {
    if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16))
    return code === undefined ? (entities[name] ?? all) : String.fromCodePoint(Number(code))
  })

type Attributes = Readonly<Record<string, string>>

const attributesOf = (tag: string): Attributes =>
  Object.fromEntries(
    [...tag.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, unescapeXml(value)]),
  )

const elements = (xml: string, name: string): readonly { readonly of: Attributes; readonly content: string }[] =>
  [...xml.matchAll(new RegExp(`<${name}(\\s[^>]*?)?(?:/>|>(.*?)</${name}>)`, 'gs'))].map(
    ([, tag = '', content = '']) => ({
      of: attributesOf(tag),
      content,
    }),
  )

const textOf = (xml: string): string =>
  elements(xml, 't')
    .map(({ content }) => unescapeXml(content))
    .join('')

const readCells = (xml: string, shared: readonly string[]): ReadonlyMap<string, StoredCell> =>
  new Map(
    elements(xml, 'c').map(({ of, content }) => {
      const value = unescapeXml(elements(content, 'v')[0]?.content ?? '')
      const text = of['t'] === 's' ? (shared[Number(value)] ?? '') : of['t'] === 'inlineStr' ? textOf(content) : value
      return [of['r'] ?? '', { isError: of['t'] === 'e', text }] as const
    }),
  )

const columnNumber = (letters: string): number =>
  [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1

const readTable = (xml: string, cells: ReadonlyMap<string, StoredCell>): StoredTable => {
  const table = elements(xml, 'table')[0]?.of ?? {}
  const columns = elements(xml, 'tableColumn').map(({ of }) => of['name'] ?? '')
  const [, first = '', row = '', last = ''] = /^([A-Z]+)(\d+):([A-Z]+)\d+$/.exec(table['ref'] ?? '') ?? []
  const header = Array.from({ length: columnNumber(last) - columnNumber(first) + 1 }, (_, i) => {
    const address = cellAddress({ row: Number(row) - 1, column: columnNumber(first) + i })
    return cells.get(address)?.text
  })
  return { name: table['name'] ?? '', columns, header }
}

/** The parts that a part refers to, by the identifier of the reference. */
const relationsOf = (parts: ReadonlyMap<string, string>, part: string): ReadonlyMap<string, string> => {
  const { dir, base } = posix.parse(part)
  const xml = parts.get(`${dir}/_rels/${base}.rels`) ?? ''
  return new Map(
    elements(xml, 'Relationship').map(({ of }) => [
      of['Id'] ?? '',
      of['TargetMode'] === 'External' ? (of['Target'] ?? '') : posix.join(dir, of['Target'] ?? ''),
    ]),
  )
}

const pagesOf = (xml: string): number => {
  const setup = elements(xml, 'pageSetup')[0]?.of ?? {}
  return setup['fitToHeight'] === '1' ? 1 : elements(xml, 'brk').length + 1
}

export const readPack = (path: string): StoredPack => {
  const parts = zipTexts(readFileSync(path))
  const shared = elements(parts.get('xl/sharedStrings.xml') ?? '', 'si').map(({ content }) => textOf(content))
  const sheets = relationsOf(parts, 'xl/workbook.xml')
  const tabs = elements(parts.get('xl/workbook.xml') ?? '', 'sheet').map(({ of }): StoredTab => {
    const part = sheets.get(of['r:id'] ?? '') ?? ''
    const xml = parts.get(part) ?? ''
    const cells = readCells(xml, shared)
    const related = relationsOf(parts, part)
    const links = elements(xml, 'hyperlink').map(({ of: link }) => link)
    return {
      name: of['name'] ?? '',
      cells,
      tables: [...related.values()].flatMap((file) =>
        file.includes('/tables/') ? [readTable(parts.get(file) ?? '', cells)] : [],
      ),
      places: links.flatMap((link) => link['location'] ?? []),
      addresses: links.flatMap((link) => related.get(link['r:id'] ?? '') ?? []),
      pages: pagesOf(xml),
    }
  })
  return { parts, tabs }
}
