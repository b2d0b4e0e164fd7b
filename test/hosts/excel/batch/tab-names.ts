import { tabNamed } from '#local/workbook/make'
import type { Tab, Workbook } from '#local/workbook/model'
import { alreadyExists, invalidArgument } from './host-error.ts'

const forbidden = /[\\/?*[\]:]/

/** The name, where Excel would allow it for a tab (`own` may keep its name). */
export const checkedTabName = (workbook: Workbook, name: string, location: string, own?: Tab): string => {
  const allowed = name !== '' && name.length <= 31 && !forbidden.test(name) && !/^'|'$/.test(name)
  if (!allowed || name.toLowerCase() === 'history') throw invalidArgument(location)
  const other = tabNamed(workbook, name)
  if (other !== undefined && other !== own) throw alreadyExists(location)
  return name
}

/** `Sheet1`, `Sheet2`, …: the first that no tab has. */
export const freeTabName = (workbook: Workbook): string => {
  for (let count = workbook.tabs.length + 1; ; count++) {
    const name = `Sheet${count}`
    if (tabNamed(workbook, name) === undefined) return name
  }
}
