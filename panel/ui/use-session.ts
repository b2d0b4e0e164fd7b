import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Session } from '../session/session.ts'
import type { SessionState } from '../session/state.ts'

export const SessionContext = createContext<Session | null>(null)

/** The session of the panel around this component. */
export const useSession = (): Session => {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('This part of the panel stands outside of it.')
  return session
}

/** The state of the session; the component is drawn again when it changes. */
export const useSessionState = (): SessionState => {
  const { store } = useSession()
  return useSyncExternalStore(store.subscribe, store.get)
}
