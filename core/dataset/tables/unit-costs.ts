import { defineTable } from '../schema.ts'

export const unitCosts = defineTable({
  name: 'unit_costs',
  title: 'UnitCosts',
  about: 'What one meeting costs in each channel.',
  marks: [['channel', 'cost_per_meeting']],
  fields: {
    channel: { kind: 'text', level: 'mandatory', about: 'Face to face, video, phone or digital.' },
    cost_per_meeting: { kind: 'money', level: 'mandatory', about: 'What one meeting costs.' },
    hours_per_meeting: { kind: 'number', about: 'Hours that one meeting takes, with the way there.' },
    win_rate_factor: { kind: 'number', about: 'How the win rate differs from that of face to face; 1 is equal.' },
  },
  synonyms: { generic: { hours_per_meeting: ['Hours'] } },
})
