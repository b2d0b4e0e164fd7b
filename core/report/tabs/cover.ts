import { listWords } from '../list-words.ts'
import type { PackContext } from '../pack-context.ts'
import { participants } from '../participants.ts'
import type { AgendaItem, Block, Figure, LegendItem, Tab } from '../report.ts'
import type { TrustView } from '../trust-view.ts'
import { trustBanners } from './trust-banners.ts'

const aboveTheLine = 9
const unlocksShown = 3

const partsShown = 3

/** Inputs are blue on pale yellow, calculations black; a colour of status never stands without its word. */
const legend: readonly LegendItem[] = [
  { style: 'input', sample: 'Blue on yellow', text: 'Yours to fill in.' },
  {
    style: 'body',
    sample: 'Black',
    text: 'Worked out. Totals, shares and variances are formulas over the values beside them.',
  },
  { style: 'good', sample: 'OK', text: 'Within its limit, moving forward, or won.' },
  { style: 'warn', sample: 'Watch', text: 'Above the first limit, moving back, or not final yet.' },
  { style: 'bad', sample: 'Fix', text: 'Above the limit, or lost.' },
  {
    style: 'muted',
    sample: '(blank)',
    text: 'There is no answer, and the note under the table says why. It is never 0.',
  },
]

export interface CoverParts {
  readonly title: string
  readonly trust: TrustView
  readonly doubts: readonly string[]
  readonly figures: readonly Figure[]
  readonly agenda: readonly AgendaItem[]
}

/** One page: can we trust it, who takes part, the figures above the line, the agenda, and what would unlock more. */
export const coverTab = (pack: PackContext, { title, trust, doubts, figures, agenda }: CoverParts): Tab => {
  const unlocks = pack.unlocks().slice(0, unlocksShown)
  const people = participants(pack.data)
  const blocks: Block[] = [...trustBanners(trust, doubts)]
  if (people !== '') blocks.push({ kind: 'note', text: people })
  if (figures.length > 0) blocks.push({ kind: 'figures', figures: figures.slice(0, aboveTheLine) })
  blocks.push({ kind: 'agenda', title: 'Agenda', items: agenda })
  if (unlocks.length > 0)
    blocks.push({
      kind: 'list',
      title: 'What would unlock more',
      items: unlocks.map(({ what, parts }) => `Add ${what} to see ${listWords(parts, partsShown)}.`),
    })
  if (pack.failures.length > 0)
    blocks.push({
      kind: 'list',
      title: 'What could not be worked out',
      items: [...new Set(pack.failures.map(({ reason }) => reason))],
    })
  blocks.push({ kind: 'legend', title: 'How to read this pack', items: legend })
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
