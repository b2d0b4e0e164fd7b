import { activity } from './activity.ts'
import { economics } from './economics.ts'
import { flow } from './flow.ts'
import { forecasts } from './forecast.ts'
import { movement } from './movement.ts'
import { stock } from './stock.ts'
import { trusted } from './trust.ts'
import type { DataSet, Questions } from './question.ts'

export const sample: DataSet = {
  asOf: '2026-11-02',
  isWhole: true,
  stretches: [
    { period: '2026-Q4', from: '2026-10-01', to: '2026-12-31' },
    { period: '2025', from: '2025-01-01', to: '2025-12-31' },
    { period: 'L90D', from: '2026-08-05', to: '2026-11-02' },
  ],
}

export const maven: DataSet = {
  asOf: '2017-12-31',
  isWhole: false,
  stretches: [
    { period: '2017-Q2', from: '2017-04-01', to: '2017-06-30' },
    { period: '2017-W40', from: '2017-10-02', to: '2017-10-08' },
    { period: 'L90D', from: '2017-10-03', to: '2017-12-31' },
  ],
}

export const questions: Questions = {
  ...stock,
  ...flow,
  ...movement,
  ...forecasts,
  ...activity,
  ...economics,
  ...trusted,
}
