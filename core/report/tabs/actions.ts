import { boxes } from '../boxes.ts'
import type { PackContext } from '../pack-context.ts'
import type { Block, Tab, TableColumn, TableRow } from '../report.ts'

const blankActions = 12
const statuses = ['Open', 'Done', 'Dropped']

/** Everybody in People, for the list to choose from; within a scope only those who own a deal in it. */
const owners = ({ data }: PackContext): readonly string[] => {
  const names = new Set(data.scope === null ? data.people.names : [])
  const column = data.column('deals', 'owner')
  if (names.size === 0 && column !== null) for (let row = 0; row < column.length; row++) names.add(column.at(row))
  names.delete('')
  const all = [...names].sort()
  const fits = all.join(',').length <= 250 && all.every((name) => !name.includes(','))
  return fits ? all : []
}

const dataFix = 'Data fix'
const override = 'Other (reason given above)'

/** While the data is not to be trusted, every action says that it mends data, or that the leader overrides. */
const columnsFor = (people: readonly string[], dataFixesOnly: boolean): readonly TableColumn[] => [
  { key: 'number', label: 'No', kind: 'count', width: 8 },
  { key: 'action', label: 'Action', kind: 'text', input: 'text', width: 44 },
  ...(dataFixesOnly
    ? [{ key: 'kind', label: 'Kind', kind: 'text' as const, input: [dataFix, override], width: 24 }]
    : []),
  { key: 'owner', label: 'Owner', kind: 'text', input: people.length > 0 ? people : 'text', width: 20 },
  { key: 'due', label: 'Due', kind: 'date', input: 'date', width: 12 },
  { key: 'deal', label: 'Deal or account', kind: 'text', input: 'text', width: 24 },
  { key: 'kpi', label: 'Figure it moves', kind: 'text', input: 'text', width: 18 },
  { key: 'support', label: 'Support needed', kind: 'text', input: 'text', width: 24 },
  { key: 'status', label: 'State', kind: 'text', input: statuses, width: 11 },
]

const actions = (pack: PackContext, dataFixesOnly: boolean): Block => ({
  kind: 'table',
  name: 'actions',
  title: 'What we will do',
  total: false,
  empty: '',
  notes: ['Who owns the number owns the action. Start with a verb.'],
  columns: columnsFor(owners(pack), dataFixesOnly),
  rows: Array.from({ length: blankActions }, (_, i): TableRow => ({ number: i + 1 })),
})

const gate: readonly Block[] = [
  {
    kind: 'banner',
    tone: 'bad',
    text: 'The data cannot be trusted yet: agree on data fixes only, unless the leader writes below why not.',
  },
  boxes.override,
]

const closing: Block = {
  kind: 'list',
  title: 'Before you close the meeting',
  items: [
    'Each focus area has an action.',
    'Each action has a verb, an owner, a date and the figure it is to move.',
    'Support that was asked for has an answer.',
    'The next meeting is in the calendar.',
  ],
}

/** Actions with owner and date to be filled in: a meeting without them is not finished. */
export const actionsTab = (pack: PackContext, dataFixesOnly: boolean): Tab => ({
  key: 'actions',
  label: '9 Actions',
  title: 'Actions',
  purpose: 'What will we do, who owns it, until when?',
  colour: 'actions',
  firstWidth: 8,
  provisional: false,
  blocks: [...(dataFixesOnly ? gate : []), actions(pack, dataFixesOnly), closing],
})
