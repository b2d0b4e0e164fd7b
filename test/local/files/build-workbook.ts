import { buildZip, type Part } from '#scripts/verify/build-zip'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export interface SheetSource {
  readonly name: string
  /** The inside of `sheetData`. */
  readonly rows: string
  readonly state?: 'hidden' | 'veryHidden'
  /** A chart sheet has no cells. */
  readonly isChart?: boolean
}

const pathOf = ({ isChart }: SheetSource, index: number): string =>
  isChart === true ? `chartsheets/sheet${index + 1}.xml` : `worksheets/sheet${index + 1}.xml`

const relation = (sheet: SheetSource, index: number): string =>
  `<Relationship Id="rId${index + 1}" Type="${office}/${sheet.isChart === true ? 'chartsheet' : 'worksheet'}" Target="${pathOf(sheet, index)}"/>`

const stylesXml =
  `<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>` +
  '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'

/** Parts of a workbook as other programs write them; style 1 is a date. */
export const workbookParts = (sheets: readonly SheetSource[], is1904 = false): readonly Part[] => [
  {
    name: '[Content_Types].xml',
    content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  },
  {
    name: '_rels/.rels',
    content: `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  },
  {
    name: 'xl/workbook.xml',
    content: `<workbook xmlns="${main}" xmlns:r="${office}">${is1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${sheets
      .map(
        ({ name, state }, index) =>
          `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"${state === undefined ? '' : ` state="${state}"`}/>`,
      )
      .join('')}</sheets></workbook>`,
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    content: `<Relationships xmlns="${relations}">${sheets.map(relation).join('')}<Relationship Id="rId99" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  },
  { name: 'xl/styles.xml', content: stylesXml },
  ...sheets.map((sheet, index) => ({
    name: `xl/${pathOf(sheet, index)}`,
    content: `<worksheet xmlns="${main}"><sheetData>${sheet.rows}</sheetData></worksheet>`,
  })),
]

export const buildWorkbook = (sheets: readonly SheetSource[], is1904 = false): Buffer =>
  buildZip(workbookParts(sheets, is1904))
