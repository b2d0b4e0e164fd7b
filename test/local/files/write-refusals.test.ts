import { describe, expect, test } from '@jest/globals'
import { readXlsx } from 'hucre'
import { SpmError } from '#core/errors'
import type { Area, Cell, Content, Instruction, Rule, Validation } from '#core/report/instructions'
import { writeWorkbook } from '#local/files/write'
import { area } from './every-instruction.ts'
import { complaintsAbout } from './validate.ts'

const at = { row: 0, column: 0 }

const tabNamed = (tab: string, footer = ''): Instruction => ({
  do: 'tab',
  tab,
  colour: 'past',
  widths: [],
  freeze: { rows: 0, columns: 0 },
  print: { landscape: true, area: area(0, 0, 1, 1), repeatRows: 0, onePage: false, footer },
})
const values = (...rows: readonly (readonly Content[])[]): Instruction => ({ do: 'values', tab: 'T', at, values: rows })
const table = (change: Partial<Extract<Instruction, { do: 'table' }>> = {}): Instruction => ({
  do: 'table',
  tab: 'T',
  name: 'SPM_t',
  area: area(0, 0, 2, 2),
  columns: ['Owner', 'Won'],
  ...change,
})
const tableCells = values(['Owner', 'Won'], ['Ann', 1])
const chart = (change: Partial<Extract<Instruction, { do: 'chart' }>> = {}): Instruction => ({
  do: 'chart',
  tab: 'T',
  at: area(5, 0, 10, 5),
  kind: 'bar',
  title: 'Won',
  alt: 'Won',
  categories: area(1, 0, 3, 1),
  series: [{ name: 'Won', values: area(1, 1, 3, 1) }],
  format: 'money',
  ...change,
})
const sparkline = (values: Area, cell: Cell): Instruction => ({
  do: 'sparkline',
  tab: 'T',
  at: cell,
  kind: 'line',
  values,
  colour: 'actual',
  text: '',
})
const rule = (body: Rule): Instruction => ({ do: 'rule', tab: 'T', area: area(0, 0, 1, 1), rule: body })
const validation = (body: Validation, prompt = ''): Instruction => ({
  do: 'validation',
  tab: 'T',
  area: area(0, 0, 1, 1),
  validation: body,
  prompt,
})
const link = (url: string): Instruction => ({ do: 'link', tab: 'T', at, to: { url }, text: 'x' })

const refusal = async (...instructions: readonly Instruction[]): Promise<string> => {
  const error: unknown = await writeWorkbook(instructions, { title: 'x' }).catch((reason: unknown) => reason)
  if (!(error instanceof SpmError)) throw new Error('was written')
  return error.message
}
const onTab = (...instructions: readonly Instruction[]): Promise<string> => refusal(tabNamed('T'), ...instructions)

describe('tabs', () => {
  test.each([
    { name: '', why: 'is empty' },
    { name: 'x'.repeat(32), why: 'has 32 characters, at most 31 are allowed' },
    { name: 'a/b', why: 'contains one of' },
    { name: "'a", why: 'begins or ends with an apostrophe' },
    { name: 'History', why: 'is reserved' },
    { name: 'a\nb', why: 'contains a control character' },
  ])('the name "$name" $why', async ({ name, why }) => {
    expect(await refusal(tabNamed(name))).toContain(`The tab name "${name}" ${why}`)
  })

  test('two names that differ by capitals alone are refused', async () => {
    expect(await refusal(tabNamed('Deals'), tabNamed('DEALS'))).toMatch(/^Two tabs are called "DEALS"/)
  })

  test('a workbook without a tab is refused', async () => {
    expect(await refusal()).toBe('A workbook needs at least one tab.')
  })

  test('writing to a tab that no instruction makes is refused', async () => {
    expect(await refusal(tabNamed('U'), values(['x']))).toBe('The tab "T" is written to, but no instruction makes it.')
  })

  test('a footer that does not fit is refused', async () => {
    expect(await refusal(tabNamed('T', '&'.repeat(130)))).toMatch(/^The footer of tab "T" is longer than 255/)
  })
})

describe('cells', () => {
  test('a text longer than a cell is refused, the longest possible is not', async () => {
    expect(await onTab(values([null, 'x'.repeat(32_768)]))).toBe(
      'Cell B1 on tab "T" holds a text of 32768 characters; a cell holds at most 32767: shorten it.',
    )
    await expect(writeWorkbook([tabNamed('T'), values(['x'.repeat(32_767)])], { title: 'x' })).resolves.toBeDefined()
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('%s is refused, also as the value of a formula', async (value) => {
    expect(await onTab(values([value]))).toBe(
      `Cell A1 on tab "T" holds ${value}, which is no number that a cell can hold.`,
    )
    expect(await onTab(values([{ formula: 'A1', value }]))).toContain('which is no number')
  })

  test('a cell that is written twice is refused', async () => {
    expect(await onTab(values(['a']), values(['b']))).toBe('Cell A1 on tab "T" is written twice: "a", then "b".')
  })

  test('blank and empty text leave a cell as it is', async () => {
    const bytes = await writeWorkbook([tabNamed('T'), values(['a', 'b']), values([null, ''])], { title: 'x' })
    expect((await readXlsx(bytes)).sheets[0]?.rows).toEqual([['a', 'b']])
  })

  test('an area outside a worksheet is refused', async () => {
    expect(await onTab({ do: 'style', tab: 'T', area: area(1_048_575, 0, 2, 1), style: 'body' })).toContain(
      'reaches beyond',
    )
    expect(await onTab({ do: 'format', tab: 'T', area: area(0, 16_384, 1, 1), format: 'date' })).toContain(
      'reaches beyond',
    )
    expect(await onTab({ do: 'style', tab: 'T', area: area(0, 0, 0, 1), style: 'body' })).toContain('no proper area')
    expect(await onTab({ do: 'comment', tab: 'T', at: { row: -1, column: 0 }, text: 'x' })).toContain('no proper area')
  })

  test('a row without lines is refused', async () => {
    expect(await onTab({ do: 'height', tab: 'T', row: 4, lines: 0 })).toBe('Row 5 on tab "T" cannot have 0 lines.')
  })

  test('a comment longer than a cell is refused', async () => {
    expect(await onTab({ do: 'comment', tab: 'T', at, text: 'x'.repeat(40_000) })).toContain('The comment on A1')
  })
})

describe('formulas', () => {
  test.each(['', '=A1'])('the formula "%s" is refused', async (formula) => {
    expect(await onTab(values([{ formula, value: 1 }]))).toContain('a formula that is empty or begins with "="')
  })

  test('a formula that spills is refused', async () => {
    expect(await onTab(values([{ formula: 'SUM(filter(A1:A9,A1:A9>0))', value: 1 }]))).toContain(
      'a formula with FILTER',
    )
  })

  test('a formula longer than a cell holds is refused', async () => {
    expect(await onTab(values([{ formula: `1${'+1'.repeat(5000)}`, value: 1 }]))).toContain(
      'a formula of 10001 characters',
    )
  })

  test('names in texts, of tabs and of own functions are left alone', async () => {
    const formula = `IFS(A2="IFS(",'IFS(x'!A1,TRUE,MYIFS(1))+Stdev.s(A2:A3)+SUM(A2)`
    const bytes = await writeWorkbook([tabNamed('T'), values([{ formula, value: 1 }])], { title: 'x' })
    const workbook = await readXlsx(bytes)
    expect(workbook.sheets[0]?.cells?.get('0,0')?.formula).toBe(
      `_xlfn.IFS(A2="IFS(",'IFS(x'!A1,TRUE,MYIFS(1))+_xlfn.Stdev.s(A2:A3)+SUM(A2)`,
    )
  })
})

describe('tables', () => {
  test.each(['A1', 'R1C1', 'my table', '1st', 'r', ''])('the name "%s" is refused', async (name) => {
    expect(await onTab(tableCells, table({ name }))).toContain('needs a name of letters, digits and _')
  })

  test('one name for two tables is refused, capitals or not', async () => {
    const blank = [null, null]
    const lower = values(blank, blank, blank, blank, blank, ['Owner', 'Won'], ['Ben', 2])
    const second = table({ name: 'spm_T', area: area(5, 0, 2, 2) })
    expect(await onTab(tableCells, lower, table(), second)).toContain('Table "spm_T" on tab "T" is there twice')
  })

  test('two columns of one heading are refused, capitals or not', async () => {
    const cells = values(['Won', 'WON'], ['Ann', 1])
    expect(await onTab(cells, table({ columns: ['Won', 'WON'] }))).toContain('has two columns "WON"')
  })

  test('headings other than the cells are refused', async () => {
    expect(await onTab(values(['Owner', 'Lost'], ['Ann', 1]), table())).toBe(
      'Table "SPM_t" on tab "T" expects the heading "Won" in B1 and finds "Lost".',
    )
    expect(await onTab(values(['Owner', 2025], ['Ann', 1]), table())).toContain('finds 2025.')
    expect(await onTab(table())).toContain('finds null.')
  })

  test('an empty or broken heading is refused', async () => {
    expect(await onTab(values(['Owner', 'a\nb'], ['Ann', 1]), table({ columns: ['Owner', 'a\nb'] }))).toContain(
      'broken heading',
    )
  })

  test('more or fewer headings than columns are refused', async () => {
    expect(await onTab(tableCells, table({ columns: ['Owner'] }))).toContain('names 1 columns and covers 2')
  })

  test('a table without rows is refused', async () => {
    expect(await onTab(tableCells, table({ area: area(0, 0, 1, 2) }))).toContain('has no row below its header')
  })

  test('overlapping tables are refused', async () => {
    const more = values(['Owner', 'Won', 'Lost'], ['Ann', 1, 2])
    const second = table({ name: 'SPM_u', area: area(0, 1, 2, 2), columns: ['Won', 'Lost'] })
    expect(await onTab(more, table(), second)).toContain('Table "SPM_u" on tab "T" overlaps table "SPM_t"')
  })
})

describe('charts, rules, validations and links', () => {
  test('a chart needs series, each a row or a column of cells', async () => {
    expect(await onTab(chart({ series: [] }))).toBe('Chart "Won" has no series to draw.')
    expect(await onTab(chart({ series: [{ name: 'Won', values: area(0, 0, 2, 2) }] }))).toContain(
      'covers several rows and columns',
    )
  })

  test('a sparkline draws one row or one column, in a cell that holds nothing else', async () => {
    expect(await onTab(sparkline(area(0, 0, 2, 2), { row: 5, column: 5 }))).toContain('only one row or one column')
    expect(await onTab(values(['taken']), sparkline(area(0, 0, 1, 2), { row: 0, column: 0 }))).toContain(
      'drawn over a value',
    )
  })

  test('a rule needs a number as its limit', async () => {
    expect(await onTab(rule({ kind: 'below', limit: Number.NaN }))).toContain('needs a number as its limit')
    expect(await onTab(rule({ kind: 'icons', from: 1, to: Number.POSITIVE_INFINITY }))).toContain('needs a number')
  })

  test.each([
    { body: { kind: 'list', values: [] }, why: 'has no values to choose from' },
    { body: { kind: 'list', values: ['Doe, Ann'] }, why: 'offers "Doe, Ann"' },
    { body: { kind: 'list', values: ['x'.repeat(130), 'y'.repeat(130)] }, why: 'more than 255 characters in all' },
    { body: { kind: 'text', maximum: 0 }, why: 'needs a whole number of characters, not 0' },
  ] satisfies readonly { body: Validation; why: string }[])(
    'a validation that $why is refused',
    async ({ body, why }) => {
      expect(await onTab(validation(body))).toContain(why)
    },
  )

  test('a prompt that does not fit is refused', async () => {
    expect(await onTab(validation({ kind: 'date' }, 'x'.repeat(256)))).toContain(
      'has a prompt of more than 255 characters',
    )
  })

  test.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'ftp://example.com',
    '#T!A1',
    'example.com',
    'data:text/html,x',
  ])('a link to %s is refused', async (url) => {
    expect(await onTab(link(url))).toContain(`points to "${url}", but only http, https and mailto links are written`)
  })

  test('a link that is too long is refused', async () => {
    expect(await onTab(link(`https://example.com/${'x'.repeat(2100)}`))).toContain(
      'an address of more than 2079 characters',
    )
  })

  test('a link to a tab that is not written is refused', async () => {
    const instruction: Instruction = { do: 'link', tab: 'T', at, to: { tab: 'U', cell: at }, text: 'x' }
    expect(await onTab(instruction)).toBe('The link in A1 on tab "T" points to the tab "U", which is not written.')
  })

  test('more links than a worksheet holds are refused', async () => {
    const links = Array.from({ length: 65_531 }, (_, row): Instruction => ({
      do: 'link',
      tab: 'T',
      at: { row, column: 0 },
      to: { tab: 'T', cell: at },
      text: 'x',
    }))
    await expect(writeWorkbook([tabNamed('T'), ...links], { title: 'x' })).rejects.toThrow(
      'Tab "T" has more than 65530 links, which is all that a worksheet holds.',
    )
  })

  test('a link over another text is refused', async () => {
    expect(await onTab(values(['y']), link('https://example.com'))).toContain('is written twice: "y", then "x"')
  })
})

test('the same instructions in another order give the same workbook', async () => {
  const instructions = [tabNamed('T'), tableCells, table(), rule({ kind: 'dataBar' }), chart()]
  const forwards = await writeWorkbook(instructions, { title: 'x' })
  expect(Buffer.compare(forwards, await writeWorkbook(instructions.slice().reverse(), { title: 'x' }))).toBe(0)
})

test('a data bar begins at 0, with negative values at the smallest', async () => {
  const starts = await Promise.all(
    [5, -5].map(async (value) => {
      const workbook = await readXlsx(
        await writeWorkbook([tabNamed('T'), values([value]), rule({ kind: 'dataBar' })], { title: 'x' }),
      )
      return workbook.sheets[0]?.conditionalRules?.[0]?.dataBar?.cfvo[0]?.type
    }),
  )
  expect(starts).toEqual(['num', 'min'])
})

test('icons turn round where low is good', async () => {
  const bytes = await writeWorkbook([tabNamed('T'), rule({ kind: 'icons', from: 60, to: 30 })], { title: 'x' })
  const icons = (await readXlsx(bytes)).sheets[0]?.conditionalRules?.[0]?.iconSet
  expect(icons).toMatchObject({ reverse: true, cfvo: [{ value: '0' }, { value: '30' }, { value: '60' }] })
  expect(await complaintsAbout(bytes)).toEqual([])
})

test('long tables get filter buttons', async () => {
  const rows = Array.from({ length: 12 }, (_, index) => ['Ann', index])
  const bytes = await writeWorkbook(
    [tabNamed('T'), values(['Owner', 'Won'], ...rows), table({ area: area(0, 0, 13, 2) })],
    { title: 'x' },
  )
  expect((await readXlsx(bytes)).sheets[0]?.tables?.[0]?.showAutoFilter).toBe(true)
})
