import { expect, test } from '@jest/globals'
import { openDataset } from '#core/dataset/dataset'
import { runMetric } from '#core/metrics/run'
import { won } from '#core/metrics/won'
import { buildPack } from '#core/report/build-pack'

const grid = [
  ['Deal ID', 'Owner', 'Amount', 'Close date'],
  ['1', 'Anna', 5, '2026-01-31'],
]
const data = openDataset({ tables: { deals: { name: 'deals.csv', grid } }, today: 46000 })
const reason = '"deals.csv" has no column for Status. Add it, or name the one that holds it: map deals.status to it.'

test('opportunities that say nowhere what became of them answer nothing and give no pack', () => {
  expect(buildPack({ pack: 'TEAM', data, scope: null })).toMatchObject({ ok: false, code: 'missing-column', reason })
  expect(runMetric(won, data)).toMatchObject({ ok: false, reason })
})
