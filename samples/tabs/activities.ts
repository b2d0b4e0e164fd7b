import type { Activity } from '../model/activity.ts'
import type { Sample } from '../sample.ts'
import { sheetOf, type Column, type Sheet } from '../sheet.ts'

const columns: readonly Column<Activity>[] = [
  { header: 'Date', value: ({ day }) => day, format: 'date' },
  { header: 'Owner', value: ({ owner }) => owner, width: 16 },
  { header: 'Type', value: ({ kind }) => kind.name, width: 20 },
  { header: 'Class', value: ({ kind }) => kind.class },
  { header: 'Channel', value: ({ channel }) => channel },
  { header: 'Duration H', value: ({ hours }) => hours, format: 'decimal' },
  { header: 'Done', value: ({ done }) => done },
  { header: 'Cancelled', value: ({ cancelled }) => cancelled },
  { header: 'Account', value: ({ account }) => account?.name ?? null, width: 28 },
  { header: 'Contact Role', value: ({ contactRole }) => contactRole, width: 15 },
  { header: 'Deal ID', value: ({ deal }) => deal?.id ?? null },
  { header: 'Purpose', value: ({ purpose }) => purpose, width: 10 },
]

export const activitiesSheet = ({ activities }: Sample): Sheet =>
  sheetOf({ tab: 'Activities', table: 'Activities', colour: 'actions' }, columns, activities)
