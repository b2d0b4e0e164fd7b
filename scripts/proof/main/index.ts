import type { Topic } from '../outcome.ts'
import { badInput } from './bad-input.ts'
import { benchmark } from './benchmark.ts'
import { freshClone } from './clone.ts'
import { fixture } from './fixture.ts'
import { packs } from './packs.ts'
import { fivetranFigures, mavenFigures, resellerFigures, salesforceFigures } from './real-data.ts'

export const mainProofs: Topic = {
  fixture,
  maven: mavenFigures,
  salesforce: salesforceFigures,
  fivetran: fivetranFigures,
  reseller: resellerFigures,
  packs,
  'bad-input': badInput,
  benchmark,
  clone: freshClone,
}
