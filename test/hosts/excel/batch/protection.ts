import type { ObjectType } from './host-object.ts'
import type { AtTab } from './session.ts'

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
