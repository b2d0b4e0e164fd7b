import type { Cell } from '#core/cells/grid'
import { seeded } from '../random.ts'
import { asked } from './asked.ts'
import {
  activityTypes,
  initialStages,
  lostStage,
  nextSteps,
  openStages,
  pick,
  products,
  sellers,
  sources,
  subjects,
  wonStage,
} from './catalogue.ts'
import { lifeOf, whoOf, type Life, type Move } from './life.ts'

/** The rows of every table, header first, as a CRM's export shows them: dates as serials, what is not there as `null`. */

export type Row = readonly Cell[]

/** Rows below the header that fit one sheet. */
const sheetRows = 1_048_575

const serial = (hour: number): number => hour / 24

export function* dealRows(size: number): Generator<Row> {
  yield 'deal_id account owner team region product stage amount probability created close_date last_modified last_stage_change source type next_step'.split(
    ' ',
  )
  const random = seeded(11)
  for (let i = 0; i < size; i++) {
    const { id, account, seller, type, createdHour, modifiedHour, moves, now } = lifeOf(i, size)
    yield [
      id,
      account,
      seller.name,
      seller.team,
      seller.region,
      pick(products, random),
      now.stage.name,
      now.amount,
      now.probability,
      serial(createdHour),
      now.closeDate,
      modifiedHour === null ? null : serial(modifiedHour),
      serial(moves.at(-1)?.hour ?? createdHour),
      pick(sources, random),
      type,
      random() < 0.4 ? null : pick(nextSteps, random),
    ]
  }
}

/** Of as many deals as fit, oldest change first. */
export function* historyRows(size: number): Generator<Row> {
  yield 'deal_id from_stage to_stage changed_at by'.split(' ')
  const changes: { readonly move: Move; readonly life: Life }[] = []
  for (let i = 0; i < size; i++) {
    const life = lifeOf(i, size)
    if (changes.length + life.moves.length > sheetRows) break
    for (const move of life.moves) changes.push({ move, life })
  }
  changes.sort((a, b) => a.move.hour - b.move.hour)
  for (const { move, life } of changes)
    yield [life.id, move.from?.name ?? null, move.to.name, serial(move.hour), life.seller.name]
}

/** Ten per deal as far as they fit, over the last year, oldest first; some belong to no deal. */
export function* activityRows(size: number): Generator<Row> {
  yield 'activity_id date owner type duration_h done account deal_id subject'.split(' ')
  const random = seeded(13)
  const count = Math.min(size * 10, sheetRows)
  const firstHour = (asked.asOf - 364) * 24
  for (let i = 0; i < count; i++) {
    const { id, account, seller } = whoOf(Math.floor(random() * size), size)
    yield [
      `A-${String(i + 1).padStart(7, '0')}`,
      serial(firstHour + Math.floor((i / count) * 364 * 24) + (i % 3)),
      random() < 0.9 ? seller.name : pick(sellers, random).name,
      pick(activityTypes, random),
      random() < 0.2 ? null : 0.25 * (1 + Math.floor(random() * 8)),
      random() < 0.88,
      account,
      random() < 0.08 ? null : id,
      pick(subjects, random),
    ]
  }
}

/** Two full snapshots; of deals that were deleted between them the second says `removed`. */
export function* snapshotRows(size: number): Generator<Row> {
  yield 'snapshot_id snapshot_at kind deal_id account owner stage status amount probability close_date'.split(' ')
  const deleted = Math.ceil(size / 200)
  for (const day of [asked.opening, asked.closing]) {
    const name = `S-${day}`
    for (let i = 0; i < size + deleted; i++) {
      const life = lifeOf(i, size)
      const gone = i >= size
      const state = life.on(gone ? asked.opening : day)
      if (state === null) continue
      const { id, account, seller } = life
      const what = [name, day, 'start_of_month', id, account, seller.name]
      if (gone && day === asked.closing) yield [...what, null, 'removed', null, null, null]
      else yield [...what, state.stage.name, state.stage.type, state.amount, state.probability, state.closeDate]
    }
  }
}

export function* targetRows(): Generator<Row> {
  yield 'metric owner period grain value'.split(' ')
  const random = seeded(17)
  for (const { name } of sellers)
    for (let month = 1; month <= 12; month++)
      yield ['sales', name, `2026-${String(month).padStart(2, '0')}`, 'month', 1_000 * (20 + Math.floor(random() * 80))]
}

export function* peopleRows(): Generator<Row> {
  yield 'person email team region manager'.split(' ')
  for (const { name, email, team, region, manager } of sellers) yield [name, email, team, region, manager]
}

export function* stageRows(): Generator<Row> {
  yield 'stage order type initial probability'.split(' ')
  for (const { name, order, type, probability } of [...openStages, wonStage, lostStage])
    yield [name, order, type, order <= initialStages, probability]
}
