import type { PrintSetup } from '#local/workbook/model'
import { columnsOfTab, placeOf, rowsOfTab } from './areas.ts'
import { fixedProperty } from './fixed-property.ts'
import { isBlankArgument, number, oneOf, record, text, whole, type JsonRecord } from './given.ts'
import { invalidArgument, unknownToHost } from './host-error.ts'
import { HostObject, type ObjectType, type Property } from './host-object.ts'
import type { Json } from './protocol.ts'
import { unprotected, type AtTab } from './session.ts'

const change = (at: AtTab, changed: Partial<PrintSetup>): undefined => {
  const tab = unprotected(at, 'PageLayout')
  tab.print = { ...tab.print, ...changed }
}

const footerProperty = (side: keyof PrintSetup['footer'], location: string): Property<AtTab> => ({
  get: ({ tab }) => tab.print.footer[side],
  set: (at, given) => {
    change(at, { footer: { ...at.tab.print.footer, [side]: text(given, location) } })
  },
})

const headerFooterType: ObjectType<AtTab> = {
  name: 'HeaderFooter',
  properties: {
    LeftHeader: fixedProperty('HeaderFooter.leftHeader', ''),
    CenterHeader: fixedProperty('HeaderFooter.centerHeader', ''),
    RightHeader: fixedProperty('HeaderFooter.rightHeader', ''),
    LeftFooter: footerProperty('left', 'HeaderFooter.leftFooter'),
    CenterFooter: footerProperty('centre', 'HeaderFooter.centerFooter'),
    RightFooter: footerProperty('right', 'HeaderFooter.rightFooter'),
  },
}

const headersFootersType: ObjectType<AtTab> = {
  name: 'HeaderFooterGroup',
  properties: { State: fixedProperty('HeaderFooterGroup.state', 'Default') },
  parts: { DefaultForAllPages: (at) => HostObject.of(headerFooterType, at) },
}

type Side = keyof NonNullable<PrintSetup['margins']>

/** Inches, as Excel gives them to a new worksheet. */
const usualMargins = { top: 0.75, right: 0.7, bottom: 0.75, left: 0.7, header: 0.3, footer: 0.3 }

const pointsOfInch = 72

const marginProperty = (side: Side): Property<AtTab> => ({
  get: ({ tab }) => (tab.print.margins ?? usualMargins)[side] * pointsOfInch,
  set: (at, given) => {
    const inches = number(given, `PageLayout.${side}Margin`) / pointsOfInch
    setMargins(at, { ...(at.tab.print.margins ?? usualMargins), [side]: inches })
  },
})

const setMargins = (at: AtTab, margins: NonNullable<PrintSetup['margins']>): void => {
  const isUsual = (Object.keys(usualMargins) as Side[]).every((side) => margins[side] === usualMargins[side])
  change(at, { margins: isUsual ? null : margins })
}

const units = { Inches: 1, Points: 1 / pointsOfInch, Centimeters: 1 / 2.54 } as const

const printMargins = (at: AtTab, unit: keyof typeof units, options: JsonRecord): undefined => {
  const given = Object.entries(options).map(([side, value]) => {
    if (!(side in usualMargins)) throw invalidArgument('PageLayout.setPrintMargins')
    return [side, number(value, 'PageLayout.setPrintMargins') * units[unit]] as const
  })
  setMargins(at, { ...(at.tab.print.margins ?? usualMargins), ...Object.fromEntries(given) })
}

const pages = (given: Json | undefined): number | null => (given == null ? null : whole(given, 'PageLayout.zoom'))

const setZoom = (at: AtTab, given: Json): void => {
  const { scale, horizontalFitToPages, verticalFitToPages, ...others } = record(given, 'PageLayout.zoom')
  if (Object.keys(others).length > 0) throw invalidArgument('PageLayout.zoom')
  if (scale != null && scale !== 100) throw unknownToHost('PageLayout.zoom with a scale other than 100')
  change(at, { pagesWide: pages(horizontalFitToPages), pagesTall: pages(verticalFitToPages) })
}

const papers = { A4: 'a4', A3: 'a3', Letter: 'letter', Legal: 'legal', Tabloid: 'tabloid' } as const

const setTitleRows = (at: AtTab, given: Parameters<typeof placeOf>[1]): undefined => {
  const where = 'PageLayout.setPrintTitleRows'
  const { area } = placeOf(at.session, given, at.tab, where)
  if (area.columns !== columnsOfTab) throw invalidArgument(where)
  if (area.row !== 0) throw unknownToHost('repeated rows that do not begin at the top')
  return change(at, { repeatRows: area.rows })
}

export const pageLayoutType: ObjectType<AtTab> = {
  name: 'PageLayout',
  properties: {
    Orientation: {
      get: ({ tab }) => (tab.print.landscape ? 'Landscape' : 'Portrait'),
      set: (at, given) => {
        change(at, { landscape: oneOf(given, ['Portrait', 'Landscape'], 'PageLayout.orientation') === 'Landscape' })
      },
    },
    PaperSize: {
      get: ({ tab }) => Object.entries(papers).find(([, paper]) => paper === tab.print.paper)?.[0] ?? 'Letter',
      set: (at, given) => {
        const name = oneOf(given, Object.keys(papers) as (keyof typeof papers)[], 'PageLayout.paperSize')
        change(at, { paper: papers[name] })
      },
    },
    Zoom: {
      get: ({ tab: { print } }) =>
        print.pagesWide === null && print.pagesTall === null
          ? { scale: 100 }
          : { horizontalFitToPages: print.pagesWide, verticalFitToPages: print.pagesTall },
      set: setZoom,
    },
    LeftMargin: marginProperty('left'),
    RightMargin: marginProperty('right'),
    TopMargin: marginProperty('top'),
    BottomMargin: marginProperty('bottom'),
    HeaderMargin: marginProperty('header'),
    FooterMargin: marginProperty('footer'),
    PrintGridlines: fixedProperty('PageLayout.printGridlines', false),
    PrintHeadings: fixedProperty('PageLayout.printHeadings', false),
    CenterHorizontally: fixedProperty('PageLayout.centerHorizontally', false),
    CenterVertically: fixedProperty('PageLayout.centerVertically', false),
  },
  parts: { HeadersFooters: (at) => HostObject.of(headersFootersType, at) },
  methods: {
    SetPrintArea: (at, range) => {
      const { area } = placeOf(at.session, range, at.tab, 'PageLayout.setPrintArea')
      const isAll = area.columns === columnsOfTab && area.rows === rowsOfTab
      return change(at, { area: isAll ? null : area })
    },
    SetPrintTitleRows: setTitleRows,
    SetPrintMargins: (at, unit, options) => {
      const name = isBlankArgument(unit)
        ? 'Points'
        : oneOf(unit, Object.keys(units) as (keyof typeof units)[], 'PageLayout.setPrintMargins')
      return printMargins(at, name, record(options, 'PageLayout.setPrintMargins'))
    },
    GetPrintAreaOrNullObject: ({ session, tab }) =>
      tab.print.area === null ? null : session.make.areas({ session, tab, areas: [tab.print.area] }),
    GetPrintTitleRowsOrNullObject: ({ session, tab }) =>
      tab.print.repeatRows === 0
        ? null
        : session.make.range({
            session,
            tab,
            area: { row: 0, column: 0, rows: tab.print.repeatRows, columns: columnsOfTab },
          }),
  },
}
