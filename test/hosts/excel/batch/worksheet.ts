import type { Visibility } from '#local/workbook/model'
import { fitting, placeOf, wholeTab } from './areas.ts'
import { chartsType } from './charts.ts'
import { commentsType } from './comments.ts'
import { namesType } from './names.ts'
import { pageBreaksType } from './page-breaks.ts'
import { pageLayoutType } from './page-layout.ts'
import { checkedTabName } from './tab-names.ts'
import { customPropertiesType } from './custom-properties.ts'
import { freezePanesType } from './freeze-panes.ts'
import { colour, flag, isBlankArgument, oneOf, shownColour, text, whole } from './given.ts'
import { HostError, invalidArgument } from './host-error.ts'
import { HostObject, type Answer, type ObjectType, type Property } from './host-object.ts'
import { eventMethods } from './listeners.ts'
import { protectionType } from './protection.ts'
import { usedArea } from './range-moves.ts'
import { unlocked, type AtTab, noteTab } from './session.ts'
import { tablesOfTabType } from './tables.ts'
import { standardHeight, standardWidth } from './units.ts'

const shownVisibility: Readonly<Record<Visibility, string>> = {
  visible: 'Visible',
  hidden: 'Hidden',
  veryHidden: 'VeryHidden',
}

const visibilityOf = (word: string): Visibility =>
  word === 'Visible' ? 'visible' : word === 'Hidden' ? 'hidden' : 'veryHidden'

const firstCell = { row: 0, column: 0, rows: 1, columns: 1 }

const rangeIn = (at: AtTab, area: typeof firstCell): Answer => at.session.make.range({ ...at, area })

const remove = ({ session, tab }: AtTab): undefined => {
  const { workbook } = unlocked(session, 'Worksheet.delete')
  const visible = workbook.tabs.filter(({ visibility }) => visibility === 'visible')
  if (visible.length === 1 && visible[0] === tab)
    throw new HostError(
      'InvalidOperation',
      'A workbook must contain at least one visible worksheet.',
      'Worksheet.delete',
    )
  workbook.tabs.splice(workbook.tabs.indexOf(tab), 1)
  if (workbook.active === tab.id) workbook.active = workbook.tabs[0]?.id ?? ''
  noteTab(session, tab, 'deleted')
}

const moveTo = ({ session, tab }: AtTab, position: number): void => {
  const { workbook } = unlocked(session, 'Worksheet.position')
  if (position < 0 || position >= workbook.tabs.length) throw invalidArgument('Worksheet.position')
  workbook.tabs.splice(workbook.tabs.indexOf(tab), 1)
  workbook.tabs.splice(position, 0, tab)
}

const gridlines: Property<AtTab> = {
  get: ({ tab }) => tab.gridlines,
  set: ({ tab }, given) => {
    tab.gridlines = flag(given, 'Worksheet.showGridlines')
  },
}

export const worksheetType: ObjectType<AtTab> = {
  name: 'Worksheet',
  identity: ({ tab }) => ({ Id: tab.id }),
  properties: {
    Id: { get: ({ tab }) => tab.id },
    Name: {
      get: ({ tab }) => tab.name,
      set: ({ session, tab }, given) => {
        tab.name = checkedTabName(
          unlocked(session, 'Worksheet.name').workbook,
          text(given, 'Worksheet.name'),
          'Worksheet.name',
          tab,
        )
      },
    },
    Position: {
      get: ({ session, tab }) => session.workbook.tabs.indexOf(tab),
      set: (at, given) => {
        moveTo(at, whole(given, 'Worksheet.position'))
      },
    },
    Visibility: {
      get: ({ tab }) => shownVisibility[tab.visibility],
      set: ({ tab }, given) => {
        tab.visibility = visibilityOf(oneOf(given, Object.values(shownVisibility), 'Worksheet.visibility'))
      },
    },
    TabColor: {
      get: ({ tab }) => (tab.colour === null ? '' : shownColour(tab.colour)),
      set: ({ tab }, given) => {
        tab.colour = given === '' ? null : colour(given, 'Worksheet.tabColor')
      },
    },
    ShowGridlines: gridlines,
    /** Under this name the library sets what it reads as ShowGridlines. */
    Gridlines: gridlines,
    StandardHeight: { get: () => standardHeight },
    StandardWidth: { get: () => standardWidth },
  },
  parts: {
    Tables: (at) => HostObject.of(tablesOfTabType, at),
    FreezePanes: (at) => HostObject.of(freezePanesType, at),
    Protection: (at) => HostObject.of(protectionType, at),
    Charts: (at) => HostObject.of(chartsType, at),
    Comments: (at) => HostObject.of(commentsType, at),
    PageLayout: (at) => HostObject.of(pageLayoutType, at),
    HorizontalPageBreaks: (at) => HostObject.of(pageBreaksType, at),
    Names: ({ session, tab }) => HostObject.of(namesType, { session, scope: tab.id }),
    CustomProperties: (at) => HostObject.of(customPropertiesType, at),
  },
  methods: {
    GetRange: (at, address) =>
      isBlankArgument(address)
        ? rangeIn(at, wholeTab)
        : at.session.make.range(placeOf(at.session, address, at.tab, 'Worksheet.getRange')),
    GetRanges: (at, addresses) => {
      const where = 'Worksheet.getRanges'
      const list = isBlankArgument(addresses) ? [] : text(addresses, where).split(',')
      const areas = list.map((address) => placeOf(at.session, address, at.tab, where).area)
      return at.session.make.areas({ ...at, areas: areas.length === 0 ? [wholeTab] : areas })
    },
    GetCell: (at, row, column) => {
      const where = 'Worksheet.getCell'
      return rangeIn(at, fitting({ row: whole(row, where), column: whole(column, where), rows: 1, columns: 1 }, where))
    },
    GetRangeByIndexes: (at, ...given) => {
      const where = 'Worksheet.getRangeByIndexes'
      const [row = 0, column = 0, rows = 0, columns = 0] = given.map((each) => whole(each, where))
      return rangeIn(at, fitting({ row, column, rows, columns }, where))
    },
    GetUsedRange: (at, valuesOnly) => rangeIn(at, usedArea(at, valuesOnly === true) ?? firstCell),
    GetUsedRangeOrNullObject: (at, valuesOnly) => {
      const area = usedArea(at, valuesOnly === true)
      return area === null ? null : rangeIn(at, area)
    },
    Activate: ({ session, tab }) => {
      session.workbook.active = tab.id
      session.selection = firstCell
      return undefined
    },
    Delete: remove,
    ...eventMethods<AtTab>('Worksheet', ({ session, tab }) => ({ session, target: tab.id })),
  },
}
