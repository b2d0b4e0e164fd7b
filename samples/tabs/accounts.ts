import type { Cost } from '../model/costs.ts'
import type { Customer } from '../model/customers.ts'
import type { Line } from '../model/lines.ts'
import type { Sample } from '../sample.ts'
import { sheetOf, type Column, type Sheet } from '../sheet.ts'

const customerColumns: readonly Column<Customer>[] = [
  { header: 'Account ID', value: ({ account }) => account.id },
  { header: 'Account', value: ({ account }) => account.name, width: 28 },
  { header: 'Segment', value: ({ account }) => account.segment, width: 15 },
  { header: 'Tier', value: ({ account }) => account.tier },
  { header: 'Fit', value: ({ account }) => account.fit },
  { header: 'Owner', value: ({ account }) => account.owner, width: 16 },
  { header: 'KAM', value: ({ account }) => (account.tier === 'key' ? account.owner : null), width: 16 },
  { header: 'Region', value: ({ account }) => account.region, width: 10 },
  { header: 'Customer Since', value: ({ since }) => since, format: 'date' },
  { header: 'Potential Year', value: ({ account }) => account.potentialYear, format: 'money' },
  { header: 'Sales Prev', value: ({ salesPrevious }) => salesPrevious, format: 'money' },
  { header: 'Sales YTD', value: ({ salesToDate }) => salesToDate, format: 'money' },
  { header: 'Recurring Start', value: ({ recurringStart }) => recurringStart, format: 'money' },
  { header: 'Recurring End', value: ({ recurringEnd }) => recurringEnd, format: 'money' },
  { header: 'Health', value: ({ health }) => health },
  { header: 'Last Meeting', value: ({ lastMeeting }) => lastMeeting, format: 'date' },
  { header: 'Next Review', value: ({ nextReview }) => nextReview, format: 'date' },
  { header: 'Stakeholders Known', value: ({ account }) => account.stakeholdersKnown, format: 'count' },
  { header: 'Stakeholders Target', value: ({ account }) => account.stakeholdersTarget, format: 'count' },
]

const lineColumns: readonly Column<Line>[] = [
  { header: 'Deal ID', value: ({ dealId }) => dealId },
  { header: 'Product', value: ({ product }) => product.name, width: 17 },
  { header: 'Qty', value: ({ quantity }) => quantity, format: 'count' },
  { header: 'List Price', value: ({ listPrice }) => listPrice, format: 'decimal', width: 13 },
  { header: 'Net Price', value: ({ netPrice }) => netPrice, format: 'decimal', width: 13 },
  { header: 'Unit Cost', value: ({ unitCost }) => unitCost, format: 'decimal', width: 13 },
  { header: 'Period Months', value: ({ months }) => months, format: 'count' },
]

const costColumns: readonly Column<Cost>[] = [
  { header: 'Period', value: ({ period }) => period, format: 'text' },
  { header: 'Category', value: ({ category }) => category, width: 12 },
  { header: 'Amount', value: ({ amount }) => amount, format: 'money' },
  { header: 'Currency', value: () => 'EUR' },
  { header: 'Team', value: ({ team }) => team, width: 11 },
  { header: 'Allocation', value: ({ allocation }) => allocation },
]

export const customersSheet = ({ customers }: Sample): Sheet =>
  sheetOf({ tab: 'Customers', table: 'Customers', colour: 'deals' }, customerColumns, customers)

export const linesSheet = ({ lines }: Sample): Sheet =>
  sheetOf({ tab: 'Lines', table: 'Lines', colour: 'deals' }, lineColumns, lines)

export const costsSheet = ({ costs }: Sample): Sheet =>
  sheetOf({ tab: 'Costs', table: 'Costs', colour: 'past' }, costColumns, costs)
