import type { Tab, Workbook } from './model.ts'

const copyTab = (tab: Tab): Tab => {
  const { cells, ...rest } = tab
  const rows = [...cells].map(([row, columns]) => [row, new Map(columns)] as const)
  return { ...structuredClone(rest), cells: new Map(rows) }
}

/** The workbook as it is now; later changes of either leave the other as it is. Cells are shared, since nobody changes them. */
export const copyWorkbook = (workbook: Workbook): Workbook => {
  const { tabs, ...rest } = workbook
  return { ...structuredClone(rest), tabs: tabs.map(copyTab) }
}
