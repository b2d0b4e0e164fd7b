import type { Block } from './report.ts'

type Box = Extract<Block, { readonly kind: 'box' }>

/**
 * Every box that a pack may have for people to write in. What they wrote is found again in an earlier pack by these
 * titles and prompts, also where the new pack has no such box.
 */
export const boxes = {
  override: {
    kind: 'box',
    name: 'override',
    title: 'Why we decide on more than data fixes',
    prompt: 'For the leader. As long as this is empty, only data fixes are agreed on.',
    rows: 2,
  },
  announcements: {
    kind: 'box',
    name: 'announcements',
    title: 'Announcements',
    prompt: 'What is new inside the company?',
    rows: 3,
  },
  campaigns: {
    kind: 'box',
    name: 'campaigns',
    title: 'Campaigns',
    prompt: 'Which marketing activity is coming: dates, audience, owner?',
    rows: 3,
  },
  market: {
    kind: 'box',
    name: 'market',
    title: 'Market news',
    prompt: 'What changes at customers, in their industry, or at competitors?',
    rows: 3,
  },
  lesson: {
    kind: 'box',
    name: 'lesson',
    title: 'Lesson of the meeting',
    prompt: 'What should all learn from a deal that was won or lost? Name the deal.',
    rows: 3,
  },
} as const satisfies Readonly<Record<string, Box>>
