import { defineTable } from '../schema.ts'
import { wordsFor } from './words/languages.ts'

export const people = defineTable({
  name: 'people',
  title: 'People',
  about: 'One row per person who owns numbers, with who leads whom.',
  marks: [
    ['person', 'manager'],
    ['person', 'alias'],
    ['person', 'email'],
    ['person', 'team'],
  ],
  fields: {
    person: { kind: 'text', level: 'mandatory', about: 'The name that every figure shows.' },
    email: { kind: 'text', about: 'Read as another spelling of the name.' },
    alias: { kind: 'text', about: 'Other spellings and keys, separated by semicolons.' },
    manager: { kind: 'text', level: 'recommended', about: 'Who leads this person.' },
    level: {
      kind: 'enum',
      values: ['seller', 'manager', 'director', 'executive'],
      about: 'Level in the organisation.',
    },
    team: { kind: 'text', about: 'The team.' },
    region: { kind: 'text', about: 'The region.' },
    role: { kind: 'text', about: 'The role: AE, KAM, inside …' },
    start: { kind: 'date', about: 'First day in the role.' },
    end: { kind: 'date', about: 'Last day.' },
    fte: { kind: 'number', about: 'Share of a full-time job.' },
    hours_week: { kind: 'number', about: 'Working hours in a week.' },
    ramp_plan: { kind: 'text', about: 'The plan by which a new person comes to full speed.' },
    cost_year: { kind: 'money', about: 'What the person costs in a year.' },
    pay_plan: { kind: 'text', about: 'The plan by which the person is paid.' },
    active: { kind: 'bool', about: 'False: the deals stay, under the name.' },
  },
  synonyms: {
    ...wordsFor('people'),
    generic: {
      person: ['Sales Agent', 'Salesperson', 'Rep', 'Seller', 'Full Name', 'Employee'],
      email: ['E-mail', 'UPN', 'Mail'],
      region: ['Regional Office', 'Territory'],
      manager: ['Reports To', 'Leader'],
      role: ['Job Title', 'Title'],
      team: ['Sales Team'],
      start: ['Start Date'],
      end: ['End Date'],
    },
  },
})
