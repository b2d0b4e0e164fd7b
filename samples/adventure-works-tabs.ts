import { isoDay } from '#core/cells/day'
import type { Instruction } from '#core/report/instructions'
import {
  lastSale,
  monthOfTarget,
  type AdventureWorks,
  type Order,
  type Salesperson,
  type SalesTarget,
} from './adventure-works.ts'
import { readmeInstructions } from './readme.ts'
import { instructionsOf, sheetOf, type Column, type Sheet } from './sheet.ts'
import { settingsSheet } from './tabs/setup.ts'

const dealColumns: readonly Column<Order>[] = [
  { header: 'Deal ID', value: ({ id }) => id, width: 11 },
  { header: 'Owner', value: ({ owner }) => owner, width: 26 },
  { header: 'Region', value: ({ region }) => region, width: 15 },
  { header: 'Status', value: () => 'won' },
  { header: 'Amount', value: ({ amount }) => amount / 100, format: 'decimal', width: 14 },
  { header: 'Cost', value: ({ cost }) => cost / 100, format: 'decimal', width: 14 },
  { header: 'Created', value: ({ day }) => day, format: 'date' },
  { header: 'Close Date', value: ({ day }) => day, format: 'date' },
]

const personColumns: readonly Column<Salesperson>[] = [
  { header: 'Person', value: ({ name }) => name, width: 26 },
  { header: 'Email', value: ({ email }) => email, width: 46 },
  { header: 'Alias', value: ({ key, employeeId }) => `${key}; ${employeeId}`, width: 18 },
  { header: 'Role', value: ({ title }) => title, width: 30 },
]

const targetColumns: readonly Column<SalesTarget>[] = [
  { header: 'Metric', value: () => 'sales' },
  { header: 'Owner', value: ({ owner }) => owner, width: 26 },
  { header: 'Period', value: monthOfTarget, format: 'text' },
  { header: 'Grain', value: () => 'month' },
  { header: 'Value', value: ({ value }) => value, format: 'money' },
]

export const adventureWorksSheets = ({ orders, people, targets }: AdventureWorks): readonly Sheet[] => [
  sheetOf({ tab: 'Deals', table: 'Deals', colour: 'deals' }, dealColumns, orders),
  sheetOf({ tab: 'People', table: 'People', colour: 'cover' }, personColumns, people),
  sheetOf({ tab: 'Targets', table: 'Targets', colour: 'ahead' }, targetColumns, targets),
  settingsSheet([
    { key: 'base_currency', value: 'USD' },
    { key: 'as_of', value: isoDay(lastSale) },
    { key: 'fiscal_start_month', value: '7' },
  ]),
]

const passages = (sheets: readonly Sheet[]) => [
  {
    heading: 'What it shows',
    paragraphs: [
      'Orders of a fictitious bicycle maker, from the AdventureWorks sample data, Copyright (c) Microsoft Corporation, MIT licence. Each row of the tab Deals is one order with the sum of its lines; an order is a deal won on the day of the order.',
      'There are no open deals, no stages and no snapshots here: what can be asked is who sold how much, at what margin, against which target. The fiscal year begins in July; June 2020 is missing.',
      'Managers have targets that overlap those of their people: never add targets of different levels.',
    ],
  },
  { heading: 'The tabs', paragraphs: sheets.map(({ tab, rows }) => `${tab}. Rows: ${rows.length}.`) },
]

export const adventureWorksInstructions = (sheets: readonly Sheet[]): readonly Instruction[] => [
  ...readmeInstructions(
    'AdventureWorks: orders and targets, July 2017 to May 2020',
    `As of ${isoDay(lastSale)}, in USD.`,
    passages(sheets),
  ),
  ...sheets.flatMap(instructionsOf),
]
