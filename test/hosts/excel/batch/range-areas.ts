import { shownAddress, shownArea } from './areas.ts'
import { conditionalFormatsType } from './conditional-formats.ts'
import { dataValidationType } from './data-validation.ts'
import { HostObject, type ObjectType } from './host-object.ts'
import { clearArea } from './range-clear.ts'
import { rangeFormatType } from './range-format.ts'
import { referenceTo, type AtAreas } from './session.ts'

const rangesType: ObjectType<AtAreas> = {
  name: 'RangeCollection',
  properties: { Count: { get: ({ areas }) => areas.length } },
  items: ({ session, tab, areas }) => areas.map((area) => session.make.range({ session, tab, area })),
  methods: { GetCount: ({ areas }) => areas.length },
}

const kept = new WeakMap<AtAreas, string>()

/** Several ranges of a tab as one. */
export const rangeAreasType: ObjectType<AtAreas> = {
  name: 'RangeAreas',
  identity: (at): Record<string, string> => {
    const id = kept.get(at)
    return id === undefined ? {} : { _ReferenceId: id }
  },
  properties: {
    Address: {
      get: ({ tab, areas }) =>
        areas.map((area, index) => (index === 0 ? shownAddress(tab, area) : shownArea(area))).join(','),
    },
    AreaCount: { get: ({ areas }) => areas.length },
    CellCount: { get: ({ areas }) => areas.reduce((sum, { rows, columns }) => sum + rows * columns, 0) },
  },
  parts: {
    Areas: (at) => HostObject.of(rangesType, at),
    Format: (at) => HostObject.of(rangeFormatType, at),
    DataValidation: (at) => HostObject.of(dataValidationType, at),
    ConditionalFormats: (at) => HostObject.of(conditionalFormatsType, at),
    Worksheet: ({ session, tab }) => session.make.worksheet(tab),
  },
  methods: {
    _KeepReference: (at) => {
      if (!kept.has(at)) kept.set(at, referenceTo(at.session, HostObject.of(rangeAreasType, at)))
      return undefined
    },
    Clear: ({ areas, ...at }, what) => {
      for (const area of areas) clearArea({ ...at, area }, what)
      return undefined
    },
  },
}
