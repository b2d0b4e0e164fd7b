import type { Proof } from '../outcome.ts'
import { badInput } from './bad-input.ts'
import { benchmark } from './benchmark.ts'
import { freshClone } from './clone.ts'
import { fixture } from './fixture.ts'
import { packs } from './packs.ts'
import { mavenFigures, resellerFigures, salesforceFigures } from './real-data.ts'

export const mainProofs: readonly Proof[] = [
  fixture,
  mavenFigures,
  salesforceFigures,
  resellerFigures,
  packs,
  badInput,
  benchmark,
  freshClone,
]
