import { periodAround } from '../dataset/period.ts'
import { defineMetric } from './define.ts'

export const fiscal = defineMetric({
  name: 'FISCAL',
  title: 'Fiscal period',
  family: 'targets',
  about: 'Which fiscal year, quarter, month or week a date lies in.',
  variant:
    'label of the period that holds the date, by the table Calendar, else by the settings fiscal_start_month, fiscal_name, calendar and week_start; labels begin with FY where the fiscal year is not the calendar year; weeks are ISO weeks unless the fiscal year is made of weeks',
  params: {
    date: { type: 'day', about: 'The date. Left out, the as-of day.' },
    grain: {
      type: 'choice',
      values: ['quarter', 'year', 'month', 'week'],
      default: 'quarter',
      about: 'How long the period lasts.',
    },
  },
  columns: {
    label: { label: 'Period', kind: 'text' },
    start: { label: 'Start', kind: 'date' },
    end: { label: 'End', kind: 'date' },
  },
  scalar: 'label',
  sources: ['SF6', 'ES1'],
  compute({ date, grain }, { asOf, calendar }) {
    return [{ ...periodAround(date ?? asOf, grain, calendar) }]
  },
})
