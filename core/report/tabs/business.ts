import type { Tab } from '../report.ts'

/** Any other business: what people write during the meeting. */
export const businessTab = (): Tab => ({
  key: 'business',
  label: '8 Other business',
  title: 'Other business',
  purpose: 'What else does the team have to know?',
  colour: 'actions',
  provisional: false,
  blocks: [
    { kind: 'box', name: 'announcements', title: 'Announcements', prompt: 'What is new inside the company?', rows: 3 },
    {
      kind: 'box',
      name: 'campaigns',
      title: 'Campaigns',
      prompt: 'Which marketing activity is coming: dates, audience, owner?',
      rows: 3,
    },
    {
      kind: 'box',
      name: 'market',
      title: 'Market news',
      prompt: 'What changes at customers, in their industry, or at competitors?',
      rows: 3,
    },
    {
      kind: 'box',
      name: 'lesson',
      title: 'Lesson of the meeting',
      prompt: 'What should all learn from a deal that was won or lost? Name the deal.',
      rows: 3,
    },
  ],
})
