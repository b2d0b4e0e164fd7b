import { describe, expect, test } from '@jest/globals'
import { SpmError } from '#core/errors'
import { readTables, type ReadOptions, type SheetGrid } from '#local/files/read'
import { temporaryFolder } from './temporary-folder.ts'

const folder = temporaryFolder()

const read = async (content: string | Uint8Array, options: ReadOptions = {}): Promise<SheetGrid> => {
  const [sheet] = await readTables(await folder.write('deals.csv', content), options)
  if (!sheet) throw new Error('no grid')
  return sheet
}

const refusal = async (content: string | Uint8Array, options: ReadOptions = {}): Promise<SpmError> => {
  const error: unknown = await read(content, options).catch((reason: unknown) => reason)
  if (!(error instanceof SpmError)) throw new Error(`not refused: ${String(error)}`)
  return error
}

const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16()
const bytes = (...parts: readonly (string | number)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'number' ? Buffer.from([part]) : Buffer.from(part))))

describe('encodings', () => {
  const text = 'Owner,Region\nJosé,Köln\n'
  const expected = [
    ['Owner', 'Region'],
    ['José', 'Köln'],
  ]

  test.each([
    { encoding: 'UTF-8', content: Buffer.from(text) },
    { encoding: 'UTF-8 with a mark', content: Buffer.from(`\uFEFF${text}`) },
    { encoding: 'UTF-16 LE with a mark', content: Buffer.from(`\uFEFF${text}`, 'utf16le') },
    { encoding: 'UTF-16 BE with a mark', content: swapped(Buffer.from(`\uFEFF${text}`, 'utf16le')) },
    { encoding: 'UTF-16 LE without one', content: Buffer.from(text, 'utf16le') },
    { encoding: 'UTF-16 BE without one', content: swapped(Buffer.from(text, 'utf16le')) },
  ])('$encoding is recognised', async ({ content }) => {
    expect((await read(content)).grid).toEqual(expected)
  })

  test('UTF-16 without a mark is noted', async () => {
    expect((await read(Buffer.from(text, 'utf16le'))).notes).toEqual([expect.stringContaining('was read as utf-16le')])
  })

  test('another encoding needs to be named: the sentence gives the line and an example', async () => {
    const { code, message } = await refusal(Buffer.from('a,b\nok,1\nJosé,2\n', 'latin1'))
    expect(code).toBe('file')
    expect(message).toMatch(/deals\.csv is neither UTF-8 \(see line 3\) nor UTF-16: .*--encoding windows-1252\.$/)
  })

  test.each(['windows-1252', '1252', 'cp1252'])(
    'the chosen code page %s is used where the text is no UTF-8',
    async (codePage) => {
      const { grid, notes } = await read(bytes('Price\n', 0x80, '5 ', 0x93, 'J', 0xf6, 'rg', 0x94, '\n'), { codePage })
      expect(grid).toEqual([['Price'], ['€5 “Jörg”']])
      expect(notes).toEqual([expect.stringMatching(/was read as windows-1252\.$/)])
    },
  )

  test('a file that is UTF-8 is read as such although a code page was chosen', async () => {
    expect((await read(text, { codePage: 'windows-1252' })).grid).toEqual(expected)
  })

  test('an unknown code page is an error that names known ones', async () => {
    for (const file of [bytes('a\n', 0xf6), bytes('a\n')]) {
      const { code, message } = await refusal(file, { codePage: 'klingon' })
      expect(code).toBe('argument')
      expect(message).toMatch(/^The encoding "klingon" is not known: give one such as windows-1252/)
    }
  })

  test('bytes that the chosen code page does not have are an error', async () => {
    expect((await refusal(bytes('a\n', 0xff, 0xff), { codePage: 'shift_jis' })).message).toMatch(/is no shift_jis text/)
  })

  test('a text with a mark that is not what the mark says is an error', async () => {
    expect((await refusal(bytes(0xef, 0xbb, 0xbf, 'a\n', 0xf6))).message).toMatch(/neither UTF-8 \(see line 2\)/)
    expect((await refusal(bytes(0xff, 0xfe, 0x41, 0, 0x42))).message).toMatch(/is no utf-16le text, or it is cut off/)
  })

  test('zero bytes without the pattern of UTF-16 are no text', async () => {
    expect((await refusal(bytes('a,b\n', 0, 0, 0, 'c'))).message).toMatch(/is no text: it holds zero bytes/)
  })

  test.each([
    { what: 'a zip file', content: bytes('PK', 3, 4, 'rest'), sentence: /is no text but a zip file: .*\.xlsx\.$/ },
    { what: 'an old workbook', content: bytes(0xd0, 0xcf, 0x11, 0xe0), sentence: /old workbook: save it as \.xlsx\.$/ },
  ])('$what with the name of a text is refused', async ({ content, sentence }) => {
    expect((await refusal(content)).message).toMatch(sentence)
  })
})

describe('separators', () => {
  const rows = [
    ['Owner', 'Won', 'Note'],
    ['Ann', '1', 'x'],
    ['Ben', '2', 'y'],
  ]

  test.each([
    { name: 'comma', separator: ',' },
    { name: 'semicolon', separator: ';' },
    { name: 'bar', separator: '|' },
    { name: 'tab', separator: '\t' },
  ])('$name is detected', async ({ separator }) => {
    expect((await read(rows.map((row) => row.join(separator)).join('\r\n'))).grid).toEqual(rows)
  })

  test('decimal commas do not hide semicolons', async () => {
    expect((await read('Owner;Won\nAnn;1,5\nBen;2,5\nCarl;3,5\n')).grid[1]).toEqual(['Ann', '1,5'])
  })

  test('a file with one column stays one, also with a comma here and there', async () => {
    expect((await read('Account\nAcme\nBolt, Inc\nCord\n')).grid).toEqual([
      ['Account'],
      ['Acme'],
      ['Bolt, Inc'],
      ['Cord'],
    ])
    expect((await read('Account\n')).grid).toEqual([['Account']])
  })

  test('titles above the header do not hide the separator', async () => {
    const titles = ['Pipeline report', 'by Ann', '', 'confidential', 'page 1']
    const { grid } = await read([...titles, 'Owner,Won,Lost,Open', 'Ann,1,2,3', 'Ben,4,5,6'].join('\n'))
    expect(grid[5]).toEqual(['Owner', 'Won', 'Lost', 'Open'])
  })

  test('the line sep= is obeyed and is no row', async () => {
    expect((await read('sep=;\r\na;b,c\r\n1;2,3\r\n')).grid).toEqual([
      ['a', 'b,c'],
      ['1', '2,3'],
    ])
  })

  test('the choice of the user holds', async () => {
    expect((await read('a,b\n1,2\n', { delimiter: ';' })).grid).toEqual([['a,b'], ['1,2']])
    expect((await read('a\tb\n', { delimiter: 'tab' })).grid).toEqual([['a', 'b']])
    expect((await refusal('a\n', { delimiter: '::' })).message).toMatch(/^The separator "::" is not possible/)
  })
})

describe('rows and cells', () => {
  test('every cell is a string, empty ones are blank', async () => {
    expect((await read('id,amount,won\n0012345678901234567,"1,5",\n,TRUE,2024-01-31\n')).grid.slice(1)).toEqual([
      ['0012345678901234567', '1,5', null],
      [null, 'TRUE', '2024-01-31'],
    ])
  })

  test('line ends and doubled marks inside quotes belong to the cell', async () => {
    expect((await read('a,b\n"two\r\nlines","say ""yes"""\n')).grid[1]).toEqual(['two\nlines', 'say "yes"'])
  })

  test.each(['\n', '\r\n', '\r'])('the line end %j is understood, also at the end of the file', async (end) => {
    expect((await read(`a,b${end}1,2${end}`)).grid).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  test('mixed line ends leave nothing behind in the cells', async () => {
    expect((await read('a,b\r\n1,2\n3,4\r\n')).grid).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ])
  })

  test('blank lines stay, so that row numbers are those of the file', async () => {
    expect((await read('a,b\n\n1,2\n')).grid).toEqual([['a', 'b'], [null], ['1', '2']])
  })

  test('rows of another length are kept and named', async () => {
    const { grid, notes } = await read('a,b\n1,2\n3\n4,5,6\n\n7,8\n')
    expect(grid.slice(2, 4)).toEqual([['3'], ['4', '5', '6']])
    expect(notes).toEqual(['Not all rows have 2 cells; they were kept as they are: row 3, 4.'])
  })

  test('many rows of another length are counted', async () => {
    const { notes } = await read(`${'a,b\n'.repeat(20)}${'c\n'.repeat(9)}`)
    expect(notes).toEqual(['Not all rows have 2 cells; they were kept as they are: row 21, 22, 23, 24, 25 and 4 more.'])
  })

  test('an unclosed quotation mark is an error that names the row', async () => {
    const { code, message } = await refusal('a,b\n1,2\n"3,4\n5,6\n')
    expect(code).toBe('file')
    expect(message).toMatch(/deals\.csv, row 3: a quotation mark is opened and never closed/)
  })

  test('text after a closing quotation mark is an error that names the row', async () => {
    expect((await refusal('a,b\n"1"x,2\n')).message).toMatch(/deals\.csv, row 2: text follows a closing quotation mark/)
  })

  test('a file of nothing but blank lines has no rows', async () => {
    expect((await refusal('\n \n')).message).toMatch(/deals\.csv is empty: it has no rows/)
  })
})
