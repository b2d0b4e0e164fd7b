import { applicationType, runtimeType } from './application.ts'
import { commentsType } from './comments.ts'
import { text } from './given.ts'
import { HostError, notFound } from './host-error.ts'
import { HostObject, type Argument, type ObjectType } from './host-object.ts'
import { namesType } from './names.ts'
import { workbookProtectionType } from './protection.ts'
import { tabOf, type Session } from './session.ts'
import { settingsType } from './settings.ts'
import { tablesType } from './tables.ts'
import { worksheetsType } from './worksheets.ts'
import { xmlPartsType } from './xml-parts.ts'

const kept = (session: Session, given: Argument | undefined): HostObject => {
  const id = text(given, 'Workbook')
  const object = session.references.get(id)
  if (object === undefined)
    throw new HostError('InvalidReference', 'This reference is not valid for the current operation.', 'Workbook')
  return object
}

const selected = (session: Session): HostObject => {
  const tab = tabOf(session, session.workbook.active, 'Workbook.getSelectedRange')
  return session.make.range({ session, tab, area: session.selection })
}

export const workbookType: ObjectType<Session> = {
  name: 'Workbook',
  properties: { Name: { get: () => 'Book1.xlsx' }, ReadOnly: { get: () => false } },
  parts: {
    Worksheets: (session) => HostObject.of(worksheetsType, session),
    Tables: (session) => HostObject.of(tablesType, session),
    Names: (session) => HostObject.of(namesType, { session, scope: null }),
    Settings: (session) => HostObject.of(settingsType, session),
    CustomXmlParts: (session) => HostObject.of(xmlPartsType, session),
    Comments: (session) => HostObject.of(commentsType, { session, tab: null }),
    Protection: (session) => HostObject.of(workbookProtectionType, session),
    Application: (session) => HostObject.of(applicationType, session),
    _Runtime: (session) => HostObject.of(runtimeType, session),
  },
  methods: {
    GetSelectedRange: selected,
    GetActiveCell: (session) => {
      const tab = tabOf(session, session.workbook.active, 'Workbook.getActiveCell')
      return session.make.range({ session, tab, area: { ...session.selection, rows: 1, columns: 1 } })
    },
    _RemoveReference: (session, id) => {
      session.references.delete(text(id, 'Workbook'))
      return undefined
    },
    _GetObjectByReferenceId: kept,
    _GetRangeForEventByReferenceId: (session, id) => {
      const range = session.references.get(text(id, 'Workbook'))
      if (range === undefined) throw notFound('Event.getRange')
      return range
    },
    _GetRangeOrNullObjectForEventByReferenceId: (session, id) => session.references.get(text(id, 'Workbook')) ?? null,
  },
}
