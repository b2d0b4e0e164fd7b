import { describe, expect, test } from '@jest/globals'
import { attainment } from '#core/metrics/attainment'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { salesCycle } from '#core/metrics/sales-cycle'
import { winRate } from '#core/metrics/win-rate'
import type { PackContext } from '#core/report/pack-context'
import type { Figure } from '#core/report/report'
import { coverTab } from '#core/report/tabs/cover'
import { viewTrust } from '#core/report/trust-view'
import { calm, contextOf, everything, fiveColumns } from '../packs.ts'

const figure: Figure = { label: 'Won', value: 1, kind: 'count', caption: '' }

const coverOf = (pack: PackContext, figures: readonly Figure[] = [figure]) =>
  coverTab(pack, { title: 'Meeting', trust: viewTrust(pack), doubts: [], figures, agenda: [] })

const listOf = (pack: PackContext, title: string): readonly string[] =>
  coverOf(pack).blocks.flatMap((block) => (block.kind === 'list' && block.title === title ? block.items : []))

describe('the cover', () => {
  test('says first whether the numbers can be used, then who takes part', () => {
    expect(coverOf(contextOf(everything)).blocks.slice(0, 2)).toEqual([
      { kind: 'banner', tone: 'bad', text: expect.stringMatching(/^Fix the data first\./) },
      { kind: 'note', text: 'Number owners: Anna and Ben   ·   Leader: Mia' },
    ])
  })

  test('is one page with nine figures at the most', () => {
    const tab = coverOf(contextOf(calm), Array(11).fill(figure))
    const shown = tab.blocks.flatMap((block) => (block.kind === 'figures' ? block.figures : []))
    expect([tab.onePage, shown.length]).toEqual([true, 9])
  })

  test('has no empty block of figures', () => {
    expect(coverOf(contextOf(calm), []).blocks.map(({ kind }) => kind)).not.toContain('figures')
  })

  test('carries the mark of trust', () => {
    expect(coverOf(contextOf(everything)).provisional).toBe(true)
    expect(coverOf(contextOf(calm)).provisional).toBe(false)
  })

  test('names what would unlock more, three lines and three parts each at the most', () => {
    const pack = contextOf(fiveColumns)
    for (const part of ['one', 'two', 'three', 'four', 'five']) pack.ask(salesCycle, part)
    for (const part of ['six', 'seven']) pack.ask(attainment, part)
    pack.lacks('deals', 'source', 'sources')
    pack.lacks('deals', 'competitor', 'competitors')
    expect(listOf(pack, 'What would unlock more')).toEqual([
      'Add a column Created in Opportunities to see one, two, three and 2 more.',
      'Add a table Targets (one row per measure, owner and period) to see six and seven.',
      'Add a column Competitor in Opportunities to see competitors.',
    ])
  })

  test('says once what could not be worked out, and why', () => {
    const pack = contextOf({ deals: tenDeals })
    pack.ask(winRate, 'the win rate', { by: 'planet' })
    pack.ask(winRate, 'the win rate', { by: 'planet' })
    expect(listOf(pack, 'What could not be worked out')).toEqual([expect.stringContaining('planet')])
    expect(listOf(contextOf({ deals: tenDeals }), 'What could not be worked out')).toEqual([])
  })

  test('ends with the legend: every colour of status beside its word', () => {
    const last = coverOf(contextOf(calm)).blocks.at(-1)
    const items = last?.kind === 'legend' ? last.items : []
    expect(items.map(({ style, sample }) => [style, sample])).toEqual([
      ['input', 'Blue on yellow'],
      ['body', 'Black'],
      ['good', 'OK'],
      ['warn', 'Watch'],
      ['bad', 'Fix'],
      ['muted', '(blank)'],
    ])
  })
})
