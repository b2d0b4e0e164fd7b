import type { Area } from '#core/report/instructions'
import { common, without } from '#local/workbook/address'
import type { CellCheck, Check, Tab } from '#local/workbook/model'
import { flag, isRecord, number, oneOf, record, text, type JsonRecord } from './given.ts'
import { invalidArgument, unknownToHost } from './host-error.ts'
import type { ObjectType } from './host-object.ts'
import type { Json } from './protocol.ts'
import { unprotected, type AtAreas } from './session.ts'

const where = 'DataValidation.rule'

/** `36526` or `=36526`. */
const limit = (given: Json | undefined): number => {
  const word = typeof given === 'string' ? Number(given.replace(/^=/, '')) : given
  return number(word, where)
}

const fixed = <V extends Json>(given: Json | undefined, value: V, what: string): V => {
  if (given !== value) throw unknownToHost(`${what} other than ${JSON.stringify(value)}`)
  return value
}

const listOf = (list: JsonRecord): Check => {
  fixed(list['inCellDropDown'], true, 'inCellDropDown of a list')
  const source = text(list['source'], where)
  if (source.startsWith('=')) throw unknownToHost('a list from cells')
  if (source.length > 255) throw invalidArgument(where)
  return { kind: 'list', values: source.split(',').map((word) => word.trim()) }
}

const checkOf = (rule: JsonRecord): Check => {
  const { list, date, textLength, ...others } = rule
  if (Object.keys(others).length > 0) throw unknownToHost(`checks of the kind ${Object.keys(others).join(', ')}`)
  if (isRecord(list)) return listOf(list)
  if (isRecord(date)) {
    fixed(date['operator'], 'Between', 'the operator of a date')
    return { kind: 'date', from: limit(date['formula1']), to: limit(date['formula2']) }
  }
  const length = record(textLength, where)
  fixed(length['operator'], 'LessThanOrEqualTo', 'the operator of a length')
  return { kind: 'text', maximum: limit(length['formula1']) }
}

const shownRule = (check: Check): Json => {
  switch (check.kind) {
    case 'list':
      return { list: { inCellDropDown: true, source: check.values.join(',') } }
    case 'date':
      return { date: { formula1: `=${check.from}`, formula2: `=${check.to}`, operator: 'Between' } }
    case 'text':
      return { textLength: { formula1: `=${check.maximum}`, operator: 'LessThanOrEqualTo' } }
  }
}

const types = { list: 'List', date: 'Date', text: 'TextLength' } as const

const holes = (areas: readonly Area[], taken: readonly Area[]): readonly Area[] =>
  taken.reduce<readonly Area[]>((left, hole) => left.flatMap((area) => without(area, hole)), areas)

/** Takes checks from these areas; what they have elsewhere stays. */
export const clearChecks = (tab: Tab, areas: readonly Area[]): void => {
  const left = tab.validations
    .map((check) => ({ ...check, areas: holes(check.areas, areas) }))
    .filter((check) => check.areas.length > 0)
  tab.validations.splice(0, Infinity, ...left)
}

const covers = (check: CellCheck, area: Area): boolean => holes([area], check.areas).length === 0

/** The one check that all cells have. */
const sharedCheck = ({ tab, areas }: AtAreas): CellCheck | null =>
  tab.validations.find((check) => areas.every((area) => covers(check, area))) ?? null

/** Changes the check of the cells: one that other cells have too is theirs no longer. */
const change = (at: AtAreas, location: string, changed: Partial<CellCheck>): void => {
  const tab = unprotected(at, location)
  const known = sharedCheck(at)
  if (known === null) throw unknownToHost(`${location} of cells without a rule`)
  clearChecks(tab, at.areas)
  tab.validations.push({ ...known, areas: [...at.areas], ...changed })
}

const setPrompt = (at: AtAreas, given: Json): void => {
  const prompt = record(given, 'DataValidation.prompt')
  fixed(prompt['title'] ?? '', '', 'the title of a prompt')
  const isShown = flag(prompt['showPrompt'], 'DataValidation.prompt')
  change(at, 'DataValidation.prompt', { prompt: isShown ? text(prompt['message'], 'DataValidation.prompt') : '' })
}

const setAlert = (at: AtAreas, given: Json): void => {
  const location = 'DataValidation.errorAlert'
  const alert = record(given, location)
  oneOf(alert['style'], ['Stop'], location)
  fixed(alert['showAlert'], true, 'showAlert')
  change(at, location, {
    refusal: { title: text(alert['title'], location), message: text(alert['message'], location) },
  })
}

export const dataValidationType: ObjectType<AtAreas> = {
  name: 'DataValidation',
  properties: {
    Type: {
      get: (at) => {
        const known = sharedCheck(at)
        if (known !== null) return types[known.check.kind]
        const isTouched = at.tab.validations.some(({ areas }) =>
          areas.some((area) => at.areas.some((each) => common(area, each) !== null)),
        )
        return isTouched ? 'MixedCriteria' : 'None'
      },
    },
    Rule: {
      get: (at) => {
        const known = sharedCheck(at)
        return known === null ? {} : shownRule(known.check)
      },
      set: (at, given) => {
        const tab = unprotected(at, where)
        const check = checkOf(record(given, where))
        clearChecks(tab, at.areas)
        tab.validations.push({ areas: [...at.areas], check, prompt: '', refusal: null })
      },
    },
    Prompt: {
      get: (at) => {
        const message = sharedCheck(at)?.prompt ?? ''
        return { title: '', message, showPrompt: message !== '' }
      },
      set: setPrompt,
    },
    ErrorAlert: {
      get: (at) => {
        const { title, message } = sharedCheck(at)?.refusal ?? { title: '', message: '' }
        return { title, message, showAlert: true, style: 'Stop' }
      },
      set: setAlert,
    },
    IgnoreBlanks: {
      get: () => true,
      set: (_at, given) => {
        fixed(given, true, 'DataValidation.ignoreBlanks')
      },
    },
  },
  methods: {
    Clear: (at) => {
      clearChecks(unprotected(at, 'DataValidation.clear'), at.areas)
      return undefined
    },
  },
}
