import type { ObjectType } from './host-object.ts'
import type { AtTab, Session } from './session.ts'

export const protectionType: ObjectType<AtTab> = {
  name: 'WorksheetProtection',
  properties: { Protected: { get: ({ tab }) => tab.protected } },
  methods: {
    Protect: ({ tab }) => {
      tab.protected = true
      return undefined
    },
    Unprotect: ({ tab }) => {
      tab.protected = false
      return undefined
    },
  },
}

export const workbookProtectionType: ObjectType<Session> = {
  name: 'WorkbookProtection',
  properties: { Protected: { get: ({ structureProtected }) => structureProtected } },
  methods: {
    Protect: (session) => {
      session.structureProtected = true
      return undefined
    },
    Unprotect: (session) => {
      session.structureProtected = false
      return undefined
    },
  },
}
