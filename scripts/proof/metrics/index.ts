import type { Topic } from '../outcome.ts'
import { completeness } from './completeness.ts'
import { dictionary } from './dictionary.ts'
import { duckdb } from './duckdb.ts'
import { lists } from './lists.ts'
import { oddities } from './oddities.ts'
import { properties } from './properties.ts'

export const metricProofs: Topic = { dictionary, completeness, properties, duckdb, lists, oddities }
