import { outputKeys, type OutputKey } from '../targets/outputs.ts'
import { solveFor, solveWithin } from '../targets/solve.ts'
import { defineMetric } from './define.ts'
import { needNumber, optionalNumber } from './need-number.ts'
import { modelOf, noteIdleLimits, paramTable, paramVersion, readPlace } from './param-table.ts'

/** What is to be met: the limits that Params state, or one output of the model. */
const goals = ['limits', ...outputKeys] as const satisfies readonly ('limits' | OutputKey)[]

export const solve = defineMetric({
  name: 'SOLVE',
  title: 'Solve for a parameter',
  family: 'targets',
  about: 'The value of one parameter for which the target model meets its limits, or gives a figure that is asked for.',
  variant:
    'for limits the highest value where more of it strains them (target, discount), else the lowest that meets every floor, if no ceiling is below it; for an output the value at which it is the goal; closed form where the outcome is a + b × value or a + b ÷ value, else bisection within the bounds to 1e-9; never outside the bounds: where nothing in them does, the nearest value, the constraint in the way, and what would help by the effect of a tenth',
  params: {
    params: paramTable,
    unknown: { type: 'text', about: 'The parameter to solve for, or that of one segment: win_rate, North.win_rate.' },
    output: {
      type: 'choice',
      values: goals,
      default: 'limits',
      about: 'What is to be met: the limits in Params, or an output of the model that is to be the goal.',
    },
    goal: optionalNumber('What the output is to be.'),
    lower: optionalNumber('The lowest value that can be; left out, that of the parameter.'),
    upper: optionalNumber('The highest value that can be; left out, that of the parameter.'),
    paramsVersion: paramVersion,
  },
  columns: {
    unknown: { label: 'Parameter', kind: 'text' },
    value: { label: 'Value', kind: 'decimal' },
    found: { label: 'Found', kind: 'status' },
    method: { label: 'Method', kind: 'text' },
    residual: { label: 'Residual', kind: 'decimal' },
    binding: { label: 'Binding constraint', kind: 'text' },
    why: { label: 'Why not', kind: 'text' },
    levers: { label: 'What would help', kind: 'text' },
  },
  scalar: 'value',
  sources: ['D-17', 'D-18', 'D-19'],
  compute({ params, unknown, output, goal, lower, upper, paramsVersion: version }, { note }) {
    const model = modelOf(params, version)
    const place = readPlace('unknown', unknown, model)
    noteIdleLimits(model, note)
    const range = { ...(lower === null ? {} : { lower }), ...(upper === null ? {} : { upper }) }
    const { value, found, method, residual, binding, why, levers } =
      output === 'limits'
        ? solveWithin(model, place, range)
        : solveFor(model, place, output, needNumber('goal', goal, '1000'), range)
    return [
      {
        unknown: place.segment === null ? place.key : `${place.segment}.${place.key}`,
        value,
        found: found ? 'yes' : 'nearest',
        method,
        residual: found && Math.abs(residual) < 1e-6 ? 0 : residual,
        binding: binding ?? '',
        why,
        levers: levers.map(({ direction, label }) => `${direction} ${label.toLowerCase()}`).join(', '),
      },
    ]
  },
})
