import { isoDay } from '../cells/day.ts'
import { contains } from '../dataset/period.ts'
import { deals } from '../dataset/tables/deals.ts'
import { snapshots } from '../dataset/tables/snapshots.ts'
