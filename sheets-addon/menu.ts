/** Menu items in their order: what a person reads, and the function of the script that it calls. */
export const menuItems = [{ text: 'Refresh formulas', calls: 'refreshFormulas' }] as const

/** Adds the menu. It calls no service but the one of menus, since a published add-on may call no other when a file is opened. */
export const addMenu = (): void => {
  const menu = SpreadsheetApp.getUi().createAddonMenu()
  for (const { text, calls } of menuItems) menu.addItem(text, calls)
  menu.addToUi()
}
