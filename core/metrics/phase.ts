import { workdaysIn } from '../dataset/fiscal-calendar.ts'
import { partsOf } from '../dataset/period-parts.ts'
import { fiscalYear, periodAround, type FiscalCalendar, type Period } from '../dataset/period.ts'
import { SpmError } from '../errors.ts'
import { phaseWithin, type LockedSum } from '../targets/phase.ts'
import { combineWeights, isWeekPattern, normalise, seasonalWeights, weekWeights } from '../targets/weights.ts'
import { defineMetric } from './define.ts'
import { needNumber, optionalNumber } from './need-number.ts'
import { readAmounts, readNumberList, sameLength } from './number-list.ts'

const monthsPerYear = 12

/** Weights by name, or as they are written. */
const weightsOf = (text: string, months: readonly Period[], calendar: FiscalCalendar): readonly number[] => {
  const word = text.toLowerCase().replaceAll(/[\s-]/g, '')
  if (isWeekPattern(word)) return weekWeights(word)
  switch (word) {
    case 'even':
      return months.map(() => 1)
    case 'days':
      return months.map(({ start, end }) => end - start + 1)
    case 'workdays':
      return months.map(({ start, end }) => workdaysIn(start, end, calendar))
    default:
      return readAmounts('weights', text)
  }
}

/** Weights times the season, where both are asked for. */
const allWeights = (
  weights: string | null,
  history: string | null,
  months: readonly Period[],
  calendar: FiscalCalendar,
): readonly number[] => {
  const season = history === null ? null : seasonalWeights(readAmounts('history', history))
  if (weights === null) return season ?? normalise(months.map(() => 1))
  const own = weightsOf(weights, months, calendar)
  return season === null ? normalise(own) : combineWeights(own, season)
}

const quartersPerYear = 4

const locksOf = (quarters: string | null, periods: number): readonly LockedSum[] => {
  if (quarters === null) return []
  if (periods % quartersPerYear !== 0)
    throw new SpmError('argument', `quarters: ${periods} periods are no four quarters. Leave quarters out.`)
  const length = periods / quartersPerYear
  return sameLength('quarters', readNumberList('quarters', quarters), quartersPerYear).flatMap((sum, quarter) =>
    sum === null ? [] : [{ from: quarter * length, periods: length, sum }],
  )
}

const yearOf = (year: number | null, calendar: FiscalCalendar): Period =>
  year === null ? periodAround(calendar.asOf, 'year', calendar) : fiscalYear(year, calendar)

export const phase = defineMetric({
  name: 'PHASE',
  title: 'Phasing',
  family: 'targets',
  about: 'A total shared out over the periods of a year by weights, so that the sum is exact.',
  variant:
    'total × weight ÷ Σ weights, rounded down to the step; the steps left over go to the largest remainders (largest-remainder rule), and what is less than a step to the largest period; weights from history are the mean of each month’s share of its year; weights and history together are multiplied; a quarter with a sum set by hand keeps it, and its months their weights',
  params: {
    total: optionalNumber('What is shared out.'),
    weights: {
      type: 'text',
      about:
        'even, days, workdays, 445, 454, 544, or the weights themselves: a range, or numbers with commas. Left out, those of history, else even.',
    },
    history: {
      type: 'text',
      about: 'What the months of whole past years brought, the oldest first: a range, or numbers with commas.',
    },
    quarters: {
      type: 'text',
      about: 'Sums of the four quarters that are set by hand, blank where they are not: a range, or 5000,,,6000.',
    },
    step: { type: 'number', default: 0, minimum: 0, about: 'The smallest unit of a period; 0 does not round.' },
    year: optionalNumber('The fiscal year, by its name, such as 2026. Left out, the one that holds the as-of day.', {
      minimum: 1901,
      whole: true,
    }),
  },
  columns: {
    label: { label: 'Period', kind: 'text' },
    share: { label: 'Weight', kind: 'percent' },
    target: { label: 'Target', kind: 'money' },
  },
  chart: { kind: 'column', category: 'label', series: ['target'] },
  sources: ['ER3', 'QT4', 'ORA2'],
  compute({ total, weights, history, quarters, step, year }, { calendar }) {
    const months = partsOf(yearOf(year, calendar), 'month', calendar)
    const shares = allWeights(weights, history, months, calendar)
    const targets = phaseWithin(needNumber('total', total, '1000000'), shares, locksOf(quarters, shares.length), step)
    return targets.map((target, i) => ({
      label: shares.length === monthsPerYear ? (months[i]?.label ?? '') : `Period ${i + 1}`,
      share: shares[i] ?? 0,
      target,
    }))
  },
})
