import { boxes } from '../boxes.ts'
import type { Tab } from '../report.ts'

/** Any other business: what people write during the meeting. */
export const businessTab = (): Tab => ({
  key: 'business',
  label: '8 Other business',
  title: 'Other business',
  purpose: 'What else does the team have to know?',
  colour: 'actions',
  provisional: false,
  blocks: [boxes.announcements, boxes.campaigns, boxes.market, boxes.lesson],
})
