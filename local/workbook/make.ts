import { plainPrint, type Tab, type Workbook } from './model.ts'

/** The next id of a workbook, such as `{0000000A}`; `{…}` as spreadsheet programs write theirs. */
export const nextId = (workbook: Workbook): string => {
  workbook.lastId++
  return `{${workbook.lastId.toString(16).toUpperCase().padStart(8, '0')}}`
}

/** Adds an empty tab at the end. */
export const addTab = (workbook: Workbook, name: string): Tab => {
  const tab: Tab = {
    id: nextId(workbook),
    name,
    visibility: 'visible',
    colour: null,
    protected: false,
    gridlines: true,
    cells: new Map(),
    widths: new Map(),
    heights: new Map(),
    freeze: { rows: 0, columns: 0 },
    print: plainPrint,
    tables: [],
    charts: [],
    sparklines: [],
    rules: [],
    validations: [],
    comments: [],
    properties: new Map(),
  }
  workbook.tabs.push(tab)
  if (workbook.active === '') workbook.active = tab.id
  return tab
}

/** A workbook with empty tabs of these names. */
export const newWorkbook = (...tabs: readonly string[]): Workbook => {
  const workbook: Workbook = { tabs: [], active: '', names: [], settings: new Map(), xmlParts: [], lastId: 0 }
  for (const name of tabs) addTab(workbook, name)
  return workbook
}

/** The tab of this name, capitals or not. */
export const tabNamed = (workbook: Workbook, name: string): Tab | undefined =>
  workbook.tabs.find((tab) => tab.name.toLowerCase() === name.toLowerCase())

export const tabById = (workbook: Workbook, id: string): Tab | undefined => workbook.tabs.find((tab) => tab.id === id)
