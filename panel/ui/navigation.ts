import { createContext, useContext, useSyncExternalStore } from 'react'
import { createStore, type Store } from '../session/store.ts'

export const pages = ['pack', 'data', 'functions', 'settings', 'help'] as const
export type Page = (typeof pages)[number]

export const pageTitles: Readonly<Record<Page, string>> = {
  pack: 'Pack',
  data: 'Data',
  functions: 'Functions',
  settings: 'Settings',
  help: 'Help',
}

export type Navigation = Store<{ readonly page: Page }>

export const createNavigation = (page: Page): Navigation => createStore<{ readonly page: Page }>({ page })

export const NavigationContext = createContext<Navigation>(createNavigation('pack'))

/** Opens another page of the panel. */
export const useGo = (): ((page: Page) => void) => {
  const navigation = useContext(NavigationContext)
  return (page) => navigation.set({ page })
}

export const usePage = (): Page => {
  const { subscribe, get } = useContext(NavigationContext)
  return useSyncExternalStore(subscribe, get).page
}
