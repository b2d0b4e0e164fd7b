import { strict, type Calls } from './calls.ts'

/** What a person sees besides the sheets. */
export interface Screen {
  /** What the script logged. */
  readonly log: string[]
  readonly menus: { readonly items: readonly (readonly [text: string, calls: string])[] }[]
}

type Menu = GoogleAppsScript.Base.Menu

const makeMenu = (screen: Screen): Menu => {
  const items: (readonly [string, string])[] = []
  const menu: Pick<Menu, 'addItem' | 'addToUi'> = {
    addItem: (text, calls) => {
      items.push([text, calls])
      return proxy
    },
    addToUi: () => void screen.menus.push({ items }),
  }
  const proxy = strict('Menu', menu) as Menu
  return proxy
}

/** `SpreadsheetApp.getUi()`; menus need nobody's agreement. */
export const makeUi = (screen: Screen, calls: Calls): GoogleAppsScript.Base.Ui => {
  if (calls.mode === 'CUSTOM_FUNCTION') throw new Error('Cannot call SpreadsheetApp.getUi() from this context.')
  const ui: Pick<GoogleAppsScript.Base.Ui, 'createAddonMenu'> = { createAddonMenu: () => makeMenu(screen) }
  return strict('Ui', ui) as GoogleAppsScript.Base.Ui
}
