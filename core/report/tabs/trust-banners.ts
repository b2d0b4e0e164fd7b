import type { Block } from '../report.ts'
import { trustTone, type TrustView } from '../trust-view.ts'

/** The verdict, and below it what else makes the figures doubtful. */
export const trustBanners = (trust: TrustView, doubts: readonly string[]): readonly Block[] => [
  { kind: 'banner', tone: trustTone(trust), text: trust.sentence },
  ...doubts.map((text): Block => ({ kind: 'banner', tone: 'warn', text })),
]
