import { isoDay } from '../../cells/day.ts'
import { currencyOf } from '../../dataset/derive.ts'
import type { PackContext } from '../pack-context.ts'
import type { AgendaItem, Block, Figure, Tab } from '../report.ts'
import type { TrustView } from '../trust-view.ts'

const aboveTheLine = 9
const unlocksShown = 3

const partsOf = (parts: readonly string[]): string =>
  parts.length > 3 ? `${parts.slice(0, 3).join(', ')} and ${parts.length - 3} more` : parts.join(', ')

const trustBanner = (trust: TrustView): Block => ({
  kind: 'banner',
  tone: trust.status === 'OK' ? 'good' : trust.status === 'Fix' ? 'bad' : 'warn',
  text: trust.sentence,
})

export interface CoverParts {
  readonly title: string
  readonly trust: TrustView
  readonly figures: readonly Figure[]
  readonly agenda: readonly AgendaItem[]
}

/** One page: can we trust it, the figures above the line, the agenda, and what would unlock more. */
export const coverTab = (pack: PackContext, { title, trust, figures, agenda }: CoverParts): Tab => {
  const unlocks = pack.unlocks().slice(0, unlocksShown)
  const blocks: Block[] = [trustBanner(trust), { kind: 'figures', figures: figures.slice(0, aboveTheLine) }]
  blocks.push({ kind: 'agenda', title: 'Agenda', items: agenda })
  if (unlocks.length > 0)
    blocks.push({
      kind: 'list',
      title: 'What would unlock more',
      items: unlocks.map(({ what, parts }) => `Add ${what}: it would answer ${partsOf(parts)}.`),
    })
  if (pack.failures.length > 0)
    blocks.push({
      kind: 'list',
      title: 'What could not be worked out',
      items: [...new Set(pack.failures.map(({ reason }) => reason))],
    })
  blocks.push({
    kind: 'list',
    title: 'How to read this pack',
    items: [
      'Cells in blue on pale yellow are yours to fill in; what is black is worked out.',
      'Totals, shares and variances are formulas over the values beside them.',
      'A blank cell has no answer; the note under the table says why. It is never 0.',
    ],
  })
  return {
    key: 'cover',
    label: '0 Cover',
    title,
    purpose: 'Which actions will get us to the target?',
    colour: 'cover',
    onePage: true,
    provisional: trust.status === 'Fix',
    blocks,
  }
}

/** The line under every title: period, as-of, currency, rows, trust. */
export const metaLine = (pack: PackContext, trust: TrustView): string => {
  const currency = currencyOf(pack.data)
  const parts = [
    `Quarter ${pack.quarter(0).label}`,
    `As of ${isoDay(pack.asOf)}`,
    currency === '' ? 'Money in the amounts’ own unit' : `Money in ${currency}`,
    `${pack.data.rows('deals')} opportunities`,
    `Trust: ${trust.status}`,
  ]
  return parts.join('   ·   ')
}
