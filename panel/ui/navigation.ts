import { createContext, useContext } from 'react'

export const pages = ['pack', 'data', 'functions', 'settings', 'help'] as const
export type Page = (typeof pages)[number]

export const pageTitles: Readonly<Record<Page, string>> = {
  pack: 'Pack',
  data: 'Data',
  functions: 'Functions',
  settings: 'Settings',
  help: 'Help',
}

export const GoContext = createContext<(page: Page) => void>(() => undefined)

/** Opens another page of the panel. */
export const useGo = (): ((page: Page) => void) => useContext(GoContext)
