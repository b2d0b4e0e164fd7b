import { ownerWritten } from '../model/blemishes.ts'
import { sellerNamed } from '../model/sellers.ts'
import type { Offer } from '../model/offers.ts'
import type { SnapshotRow } from '../model/snapshots.ts'
import type { StageChange } from '../model/stage-history.ts'
import { pipelineName } from '../model/stages.ts'
import type { Sample } from '../sample.ts'
import { sheetOf, type Column, type Sheet } from '../sheet.ts'

const snapshotColumns = ({ blemishes }: Sample): readonly Column<SnapshotRow>[] => [
  { header: 'Snapshot ID', value: ({ snapshotId }) => snapshotId, width: 14 },
  { header: 'Snapshot At', value: ({ day }) => day, format: 'date' },
  { header: 'Kind', value: ({ kind }) => kind, width: 15 },
  { header: 'Pack ID', value: ({ packId }) => packId, width: 16 },
  { header: 'Deal ID', value: ({ deal }) => deal.id },
  { header: 'Name', value: ({ deal }) => deal.name, width: 32 },
  { header: 'Account', value: ({ deal }) => deal.account.name, width: 28 },
  { header: 'Owner', value: ({ deal, state }) => ownerWritten(blemishes, deal, state), width: 16 },
  { header: 'Team', value: ({ state }) => sellerNamed(state.owner).team, width: 11 },
  { header: 'Pipeline', value: () => pipelineName },
  { header: 'Stage', value: ({ state }) => state.stage, width: 14 },
  { header: 'Status', value: ({ state }) => state.status },
  { header: 'Amount', value: ({ state }) => state.amount, format: 'money' },
  { header: 'Currency', value: () => 'EUR' },
  { header: 'Amount Base', value: ({ state }) => state.amount, format: 'money' },
  { header: 'Probability', value: ({ state }) => state.probability, format: 'percent' },
  { header: 'Forecast Category', value: ({ state }) => state.category },
  { header: 'Created', value: ({ deal, state }) => blemishes.createdAs.get(deal.id) ?? state.created, format: 'date' },
  { header: 'Close Date', value: ({ state }) => state.closeDate, format: 'date' },
  { header: 'Last Modified', value: ({ state }) => state.lastModified, format: 'date' },
  { header: 'Product', value: ({ deal }) => deal.product.name, width: 17 },
  { header: 'Segment', value: ({ deal }) => deal.account.segment, width: 15 },
]

const changeColumns: readonly Column<StageChange>[] = [
  { header: 'Deal ID', value: ({ dealId }) => dealId },
  { header: 'From Stage', value: ({ from }) => from, width: 14 },
  { header: 'To Stage', value: ({ to }) => to, width: 14 },
  { header: 'Changed At', value: ({ day }) => day, format: 'date' },
  { header: 'By', value: ({ by }) => by, width: 16 },
  { header: 'Amount', value: ({ amount }) => amount, format: 'money' },
  { header: 'Close Date', value: ({ closeDate }) => closeDate, format: 'date' },
]

const offerColumns: readonly Column<Offer>[] = [
  { header: 'Offer ID', value: ({ id }) => id },
  { header: 'Deal ID', value: ({ deal }) => deal.id },
  { header: 'Account', value: ({ deal }) => deal.account.name, width: 28 },
  { header: 'Owner', value: ({ owner }) => owner, width: 16 },
  { header: 'Sent', value: ({ sent }) => sent, format: 'date' },
  { header: 'Check Date', value: ({ checkDate }) => checkDate, format: 'date' },
  { header: 'Valid Until', value: ({ validUntil }) => validUntil, format: 'date' },
  { header: 'Amount', value: ({ amount }) => amount, format: 'money' },
  { header: 'Currency', value: () => 'EUR' },
  { header: 'Status', value: ({ status }) => status, width: 11 },
  { header: 'Version', value: ({ version }) => version, format: 'count' },
]

export const snapshotsSheet = (sample: Sample): Sheet =>
  sheetOf({ tab: 'Snapshots', table: 'Snapshots', colour: 'past' }, snapshotColumns(sample), sample.snapshots)

export const stageHistorySheet = ({ changes }: Sample): Sheet =>
  sheetOf({ tab: 'StageHistory', table: 'StageHistory', colour: 'past' }, changeColumns, changes)

export const offersSheet = ({ offers }: Sample): Sheet =>
  sheetOf({ tab: 'Offers', table: 'Offers', colour: 'deals' }, offerColumns, offers)
