import { describe, expect, test } from '@jest/globals'
import { toCsv } from '#local/files/csv-write'
import { readCsv } from '#local/files/read-csv'

describe('toCsv', () => {
  test('writes a header and rows with the line ends of RFC 4180', () => {
    expect(
      toCsv(
        ['owner', 'won'],
        [
          ['Ann', 1.5],
          ['Ben', null],
        ],
      ),
    ).toBe('owner,won\r\nAnn,1.5\r\nBen,\r\n')
  })

  test('quotes what would be read otherwise', () => {
    expect(toCsv(['a'], [['x,y'], ['say "yes"'], ['two\nlines'], [' padded'], ['a;b']])).toBe(
      'a\r\n"x,y"\r\n"say ""yes"""\r\n"two\nlines"\r\n" padded"\r\n"a;b"\r\n',
    )
  })

  test.each(['=1+1', '+49', '-x', '@me', '\tx', '\rx', '\nx'])(
    'escapes the text %j, which a spreadsheet would run',
    (text) => {
      expect(readCsv('x.csv', Buffer.from(toCsv(['a', 'b'], [[text, 'y']])), {}).grid[1]?.[0]).toBe(
        `'${text.replace('\r', '\n')}`,
      )
    },
  )

  test('leaves numbers, booleans and faults alone', () => {
    expect(toCsv(['a', 'b', 'c', 'd'], [[-5, 1e21, true, { fault: '#N/A' }]])).toBe('a,b,c,d\r\n-5,1e+21,true,#N/A\r\n')
  })

  test('escapes and quotes headings too', () => {
    expect(toCsv(['=a', 'b,c'], [])).toBe(`'=a,"b,c"\r\n`)
  })
})
