import { describe, expect, test } from '@jest/globals'
import type { Cell, Grid } from '#core/cells/grid'
import { carryOver, type EarlierTab } from '#core/report/carry-over'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import type { Report, TableRow } from '#core/report/report'
import { earlierTabs, onTab, sectionIn, typeInto } from './earlier-tabs.ts'
import { build, calm, changed, everything, tableNamed } from './packs.ts'

const team = build(everything)
const tabs = earlierTabs(team.instructions)
const review = 'Deal review'
const top = 'Top 5 open opportunities'

const rowsOf = (report: Report, tab: string, table: string): readonly TableRow[] => {
  const found = report.tabs.find(({ key }) => key === tab)
  if (found === undefined) throw new Error(`No tab ${tab}.`)
  return tableNamed(found, table).rows
}

const under = (rows: readonly TableRow[], id: string, key: string): unknown =>
  rows.find((row) => row['id'] === id)?.[key] ?? null

/** Something typed beside the deal with this ID. */
const beside = (cells: Grid, title: string, heading: string, id: string, value: Cell): Grid => {
  const { header, first, rows } = sectionIn(cells, title, heading)
  const row = cells.findIndex((line, i) => i >= first && i < first + rows && line.includes(id))
  return typeInto(cells, header, row, heading, value)
}

const typedInto = (title: string, heading: string, id: string, value: Cell, tab = review): readonly EarlierTab[] =>
  onTab(tabs, tab, (cells) => beside(cells, title, heading, id, value))

describe('what people typed into an earlier pack', () => {
  test('nothing typed changes nothing', () => {
    const carried = carryOver(team.report, tabs)
    expect(carried.instructions).toEqual(team.instructions)
    expect(carried.leftOver).toEqual([])
  })

  test('comes back beside the same deal', () => {
    const { report, leftOver } = carryOver(team.report, typedInto(top, 'Next step agreed', 'D7', 'Call the board'))
    expect(under(rowsOf(report, 'review', 'topDeals'), 'D7', 'agreed')).toBe('Call the board')
    expect(leftOver).toEqual([])
  })

  test('follows its deal in a table that was sorted, with rows inserted above and inside', () => {
    const typed = typedInto(top, 'Next step agreed', 'D5', 'Send the offer')
    const messy = onTab(typed, review, (cells) => {
      const { first, rows } = sectionIn(cells, top, 'Next step agreed')
      const records = cells.slice(first, first + rows).reverse()
      return [
        [],
        ['A remark'],
        ...cells.slice(0, first),
        ...records.flatMap((row) => [row, []]),
        ...cells.slice(first + rows),
      ]
    })
    const { report, leftOver } = carryOver(team.report, messy)
    expect(under(rowsOf(report, 'review', 'topDeals'), 'D5', 'agreed')).toBe('Send the offer')
    expect(leftOver).toEqual([])
  })

  test('is found after a column was inserted in front', () => {
    const moved = onTab(typedInto(top, 'Next step agreed', 'D5', 'Send the offer'), review, (cells) =>
      cells.map((row) => [null, ...row]),
    )
    const { report } = carryOver(team.report, moved)
    expect(under(rowsOf(report, 'review', 'topDeals'), 'D5', 'agreed')).toBe('Send the offer')
  })

  test('is found under a heading that lost its mark', () => {
    const bare = onTab(typedInto(top, 'Next step agreed', 'D5', 'Send the offer'), review, (cells) =>
      cells.map((row) => row.map((cell) => (typeof cell === 'string' ? cell.replace(' ✎', '') : cell))),
    )
    const { report } = carryOver(team.report, bare)
    expect(under(rowsOf(report, 'review', 'topDeals'), 'D5', 'agreed')).toBe('Send the offer')
  })

  test('stays a number under a date, and keeps the look of a date in a free text', () => {
    const { first } = sectionIn(tabs.find(({ tab }) => tab.endsWith(review))?.cells ?? [], top, 'Until')
    const typed = onTab(typedInto(top, 'Until', 'D5', 45_400), review, (cells) =>
      beside(cells, top, 'Next step agreed', 'D5', 45_401),
    ).map((tab): EarlierTab => {
      const shown = tab.cells.map((row) => row.map((cell) => (cell === 45_401 || cell === 45_400 ? '2024-04-19' : '')))
      return tab.tab.endsWith(review) ? { ...tab, shown } : tab
    })
    const { report } = carryOver(team.report, typed)
    expect(first).toBeGreaterThan(0)
    expect(under(rowsOf(report, 'review', 'topDeals'), 'D5', 'until')).toBe(45_400)
    expect(under(rowsOf(report, 'review', 'topDeals'), 'D5', 'agreed')).toBe('2024-04-19')
  })

  test('of a deal that is no longer in the list is shown on the last tab, and goes back once the deal is there again', () => {
    const shorter = build({ ...everything, deals: changed(tenDeals, 'D7', 'Status', 'won') })
    const lost = carryOver(shorter.report, typedInto(top, 'Next step agreed', 'D7', 'Call the board'))
    expect(lost.leftOver).toEqual([
      {
        section: top,
        name: 'Cooling loop',
        identity: 'D7',
        heading: 'Next step agreed',
        text: 'Call the board',
      },
    ])
    const list = rowsOf(lost.report, 'actions', 'leftOver')
    expect(list).toEqual([
      { section: top, name: 'Cooling loop', heading: 'Next step agreed', text: 'Call the board', id: 'D7' },
    ])
    const again = carryOver(shorter.report, earlierTabs(lost.instructions))
    expect(again.leftOver).toEqual(lost.leftOver)
    const back = carryOver(team.report, earlierTabs(again.instructions))
    expect(back.leftOver).toEqual([])
    expect(under(rowsOf(back.report, 'review', 'topDeals'), 'D7', 'agreed')).toBe('Call the board')
  })

  test('moves with a deal to another list that has the same heading', () => {
    const lost = build({
      ...everything,
      deals: changed(changed(tenDeals, 'D10', 'Status', 'lost'), 'D10', 'Stage', 'Lost'),
    })
    const { report, leftOver } = carryOver(
      lost.report,
      typedInto('Won since the last review', 'What we learn from it', 'D10', 'Ask for the budget first'),
    )
    expect(leftOver).toEqual([])
    expect(under(rowsOf(report, 'review', 'lostDeals'), 'D10', 'lesson')).toBe('Ask for the budget first')
  })

  test('in a box comes back line by line, and makes the box longer where it needs to be', () => {
    const typed = onTab(tabs, 'Other business', (cells) => {
      const at = cells.findIndex(([first]) => first === 'Campaigns ✎') + 2
      const lines: Grid = [['Fair in May', null, 'Anna'], [], ['Mailing'], ['Webinar'], [12]]
      return [...cells.slice(0, at), ...lines, ...cells.slice(at)]
    })
    const { report, instructions, leftOver } = carryOver(team.report, typed)
    const box = report.tabs
      .flatMap(({ blocks }) => blocks)
      .find((block) => block.kind === 'box' && block.name === 'campaigns')
    expect(box).toHaveProperty('typed', [['Fair in May', null, 'Anna'], [], ['Mailing'], ['Webinar'], [12]])
    expect(leftOver).toEqual([])
    const again = carryOver(team.report, earlierTabs(instructions))
    expect(again.instructions).toEqual(instructions)
  })

  test('in a box that is there no longer is shown on the last tab', () => {
    const typed = onTab(tabs, 'Actions', (cells) => {
      const at = cells.findIndex(([first]) => first === 'Why we decide on more than data fixes ✎') + 2
      return cells.map((row, i) => (i === at ? ['The export comes', 'on Monday'] : row))
    })
    const { leftOver } = carryOver(build(calm).report, typed)
    expect(leftOver).toEqual([
      {
        section: 'Why we decide on more than data fixes',
        name: '',
        identity: '',
        heading: '',
        text: 'The export comes   on Monday',
      },
    ])
  })

  test('over the line that says what to write is shown too, when the box is there no longer', () => {
    const typed = onTab(tabs, 'Actions', (cells) => {
      const at = cells.findIndex(([first]) => first === 'Why we decide on more than data fixes ✎') + 1
      return cells.map((row, i) => (i === at ? ['Only the export is old'] : row))
    })
    const { report, leftOver } = carryOver(build(calm).report, typed)
    expect(leftOver.map(({ text }) => text)).toEqual(['Only the export is old'])
    expect(rowsOf(report, 'actions', 'leftOver').map(({ text }) => text)).toEqual(['Only the export is old'])
  })

  test('in a box that no version of the pack knows is shown whole', () => {
    const typed = onTab(tabs, 'Other business', (cells) => [
      ...cells,
      ['Greetings ✎'],
      ['Who has a birthday?'],
      ['Ben'],
    ])
    const { leftOver } = carryOver(team.report, typed)
    expect(leftOver.map(({ section, text }) => ({ section, text }))).toEqual([
      { section: 'Greetings', text: 'Who has a birthday?\nBen' },
    ])
  })

  describe('as actions', () => {
    const act = (cells: Grid, number: number, heading: string, value: Cell): Grid => {
      const { header } = sectionIn(cells, 'What we will do', 'Action')
      return typeInto(cells, header, header + number, heading, value)
    }

    test('keeps its number', () => {
      const typed = onTab(tabs, '9 Actions', (cells) => act(act(cells, 3, 'Action', 'Call Elm'), 3, 'Owner', 'Anna'))
      const { report, leftOver } = carryOver(team.report, typed)
      expect(rowsOf(report, 'actions', 'actions')[2]).toEqual({ number: 3, action: 'Call Elm', owner: 'Anna' })
      expect(leftOver).toEqual([])
    })

    test('gets a row of its own when it was written without a number, and a new one when all are used', () => {
      const full = onTab(tabs, '9 Actions', (cells) => {
        const filled = Array.from({ length: 12 }, (_, i) => i + 1).reduce<Grid>(
          (grid, number) => act(grid, number, 'Action', `Action ${number}`),
          cells,
        )
        const { header } = sectionIn(filled, 'What we will do', 'Action')
        return [...filled.slice(0, header + 5), [null, 'One more'], ...filled.slice(header + 5)]
      })
      const rows = rowsOf(carryOver(team.report, full).report, 'actions', 'actions')
      expect(rows).toHaveLength(13)
      expect(rows[4]).toEqual({ number: 5, action: 'Action 5' })
      expect(rows[12]).toEqual({ number: 13, action: 'One more' })
    })

    test('keeps a column that the new pack does not have as left over', () => {
      const typed = onTab(tabs, '9 Actions', (cells) => act(act(cells, 1, 'Action', 'Mend'), 1, 'Kind', 'Data fix'))
      const { report, leftOver } = carryOver(build(calm).report, typed)
      expect(rowsOf(report, 'actions', 'actions')[0]).toEqual({ number: 1, action: 'Mend' })
      expect(leftOver).toEqual([
        { section: 'What we will do', name: '1', identity: '1', heading: 'Kind', text: 'Data fix' },
      ])
    })
  })

  test('long texts make their row taller', () => {
    const text = 'A long story that does not fit on one line of its column. '.repeat(2)
    const { instructions } = carryOver(team.report, typedInto(top, 'Next step agreed', 'D5', text))
    const heights = instructions.filter((each) => each.do === 'height' && each.tab.endsWith(review) && each.lines > 2)
    expect(heights).toHaveLength(1)
  })
})
