import { describe, expect, test } from '@jest/globals'
import type { Grid } from '#core/cells/grid'
import { readTables, type SheetGrid } from '#local/files/read'
import { writeWorkbook } from '#local/files/write'
import { buildWorkbook, workbookParts, type SheetSource } from './build-workbook.ts'
import { buildZip } from '#scripts/verify/build-zip'
import { awkwardTexts, awkwardTop, everyInstruction, front } from './every-instruction.ts'
import { temporaryFolder } from './temporary-folder.ts'

const folder = temporaryFolder()

const read = async (bytes: Uint8Array): Promise<readonly SheetGrid[]> =>
  readTables(await folder.write('book.xlsx', bytes), { inThread: true })

const gridOf = async (rows: string, is1904 = false): Promise<Grid> => {
  const [sheet] = await read(buildWorkbook([{ name: 'Deals', rows }], is1904))
  return sheet?.grid ?? []
}

const notesOf = async (rows: string): Promise<readonly string[]> =>
  (await read(buildWorkbook([{ name: 'Deals', rows }])))[0]?.notes ?? []

describe('cells of a workbook', () => {
  test('are texts, numbers, booleans and blanks', async () => {
    const rows =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>0012</t></is></c><c r="B1"><v>12.5</v></c><c r="C1" t="b"><v>1</v></c>' +
      '<c r="E1" t="b"><v>0</v></c><c r="F1" t="str"><f>""</f><v></v></c></row>'
    expect(await gridOf(rows)).toEqual([['0012', 12.5, true, null, false, null]])
  })

  test('errors are faults, also where a formula gave them', async () => {
    const rows = '<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    expect(await gridOf(rows)).toEqual([[{ fault: '#N/A' }, { fault: '#DIV/0!' }]])
  })

  test('formulas give their stored value', async () => {
    const rows = '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c></row>'
    expect(await gridOf(rows)).toEqual([[2, 'ab']])
    expect(await notesOf(rows)).toEqual([])
  })

  test('formulas without a stored value are blank, counted and the first one named', async () => {
    const rows = '<row r="2"><c r="A2"><v>1</v></c><c r="C2"><f>A2*2</f></c><c r="D2"><f>A2*3</f></c></row>'
    expect((await gridOf(rows))[1]).toEqual([1, null, null, null])
    expect(await notesOf(rows)).toEqual([expect.stringMatching(/^2 formulas have no stored value .*\(first: C2\)/)])
    expect(await notesOf('<row r="7"><c r="B7"><f>A7</f></c></row>')).toEqual([
      expect.stringMatching(/^1 formula has .*B7/),
    ])
  })

  test.each([
    { day: '2024-06-21', serial: 45464 },
    { day: '2024-06-21 18:00', serial: 45464.75 },
    { day: 'a time of day', serial: 0.5 },
    { day: '1900-01-31', serial: 31 },
    { day: '1900-03-01', serial: 61 },
  ])('$day is the serial $serial that stands in the file', async ({ serial }) => {
    expect(await gridOf(`<row r="1"><c r="A1" s="1"><v>${serial}</v></c></row>`)).toEqual([[serial]])
  })

  test('dates of the 1904 system are converted, times of day and plain numbers are not', async () => {
    const rows =
      '<row r="1"><c r="A1" s="1"><v>44002</v></c><c r="B1" s="1"><v>0.5</v></c><c r="C1"><v>44002</v></c></row>'
    expect(await gridOf(rows, true)).toEqual([[45464, 0.5, 44002]])
  })

  test('a number that is no possible date is a fault, not a guess', async () => {
    expect(await gridOf('<row r="1"><c r="A1" s="1"><v>900000000000</v></c></row>')).toEqual([[{ fault: '#NUM!' }]])
  })

  test('blank rows at the end are dropped, those between are kept', async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="A3"><v>3</v></c></row><row r="90"><c r="A90" s="1"/></row>'
    expect(await gridOf(rows)).toEqual([[1], [null], [3]])
  })
})

describe('sheets of a workbook', () => {
  const number: SheetSource = { name: 'Deals', rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }

  test('come in order, with their name and whether they are hidden', async () => {
    const sheets = await read(
      buildWorkbook([
        number,
        { name: 'Old', rows: '', state: 'hidden' },
        { name: 'Secret', rows: '', state: 'veryHidden' },
      ]),
    )
    expect(sheets.map(({ sheet, hidden, grid }) => ({ sheet, hidden, rows: grid.length }))).toEqual([
      { sheet: 'Deals', hidden: false, rows: 1 },
      { sheet: 'Old', hidden: true, rows: 0 },
      { sheet: 'Secret', hidden: true, rows: 0 },
    ])
  })

  test('chart sheets are left out and noted', async () => {
    const sheets = await read(buildWorkbook([{ name: 'Chart 1', rows: '', isChart: true }, number]))
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Deals'])
    expect(sheets[0]?.notes).toEqual([expect.stringContaining('The tab "Chart 1" has no cells')])
  })

  test('macros and links to other workbooks are noted, not run and not followed', async () => {
    const parts = [
      ...workbookParts([number]),
      { name: 'xl/vbaProject.bin', content: 'x' },
      { name: 'xl/externalLinks/externalLink1.xml', content: '<externalLink/>' },
      { name: 'xl/externalLinks/externalLink2.xml', content: '<externalLink/>' },
    ]
    const [sheet] = await read(buildZip(parts))
    expect(sheet?.grid).toEqual([[1]])
    expect(sheet?.notes).toEqual([
      'The workbook contains macros; they were not run.',
      'The workbook has links to 2 other workbook(s); they were not followed, the stored values were read.',
    ])
  })

  const two = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>'
  const withSheet = (change: (xml: string) => string): Buffer =>
    buildZip(
      workbookParts([{ name: 'Deals', rows: two }]).map((part) =>
        part.name.endsWith('sheet1.xml') ? { ...part, content: change(String(part.content)) } : part,
      ),
    )

  test.each([
    { what: 'after a row', change: (xml: string) => xml.slice(0, xml.indexOf('<row r="2"')) },
    { what: 'in a value', change: (xml: string) => xml.slice(0, xml.indexOf('2</v>')) },
    { what: 'before its first row', change: () => '' },
    { what: 'never, because it is a web page', change: () => '<html><body>Sign in</body></html>' },
  ])('a worksheet that stops $what is an error, not a short table', async ({ change }) => {
    await expect(read(withSheet(change))).rejects.toThrow(
      /is damaged: xl\/worksheets\/sheet1\.xml stops in the middle\./,
    )
  })

  test('comments after the last tag, prefixes and worksheets without content are fine', async () => {
    expect((await read(withSheet((xml) => `${xml} <!-- made by x > y -->\n`)))[0]?.grid).toEqual([[1], [2]])
    expect((await read(withSheet(() => '<x:worksheet xmlns:x="y"/>')))[0]?.grid).toEqual([])
  })

  test('a zip file that is no workbook is refused', async () => {
    await expect(read(buildZip([{ name: 'readme.txt', content: 'hello' }]))).rejects.toThrow(
      /book\.xlsx cannot be read as a workbook \(.*\): open it in a spreadsheet program and save it again\.$/,
    )
  })
})

test('what the writer wrote is read back', async () => {
  const sheets = await read(await writeWorkbook(everyInstruction, { title: 'x' }))
  const grid = sheets.find(({ sheet }) => sheet === front)?.grid ?? []
  expect(awkwardTexts.map((_, index) => grid[awkwardTop + index]?.[0])).toEqual(awkwardTexts)
  expect(grid[7]?.slice(0, 7)).toEqual(['Anna Berg', 120000, 110000, 120000 / 110000, 'OK', null, 46340])
})
