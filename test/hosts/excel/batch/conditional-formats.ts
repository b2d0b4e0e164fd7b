import type { Area } from '#core/report/instructions'
import { meets, without } from '#local/workbook/address'
import { nextId } from '#local/workbook/make'
import type { Rule, Tab } from '#local/workbook/model'
import { conditionalFormatType, newBody } from './conditional-format.ts'
import { text, whole } from './given.ts'
import { notFound } from './host-error.ts'
import { HostObject, type Argument, type ObjectType } from './host-object.ts'
import { unprotected, type AtAreas } from './session.ts'

const touching = ({ tab, areas }: AtAreas): readonly Rule[] =>
  tab.rules.filter((rule) => rule.areas.some((area) => areas.some((each) => meets(area, each))))

const objectOf = ({ session, tab }: AtAreas, { id }: Rule): HostObject =>
  HostObject.of(conditionalFormatType, { session, tab, id })

const find = (at: AtAreas, id: Argument | undefined): HostObject | null => {
  const word = text(id, 'ConditionalFormatCollection.getItem')
  const rule = touching(at).find((each) => each.id === word)
  return rule === undefined ? null : objectOf(at, rule)
}

const present = (found: HostObject | null): HostObject => {
  if (found === null) throw notFound('ConditionalFormatCollection.getItem')
  return found
}

/** Takes rules from these areas; those that reach beyond keep the rest. */
export const clearRules = (tab: Tab, areas: readonly Area[]): void => {
  const left = tab.rules
    .map((rule) => ({
      ...rule,
      areas: areas.reduce<readonly Area[]>((kept, hole) => kept.flatMap((each) => without(each, hole)), rule.areas),
    }))
    .filter((rule) => rule.areas.length > 0)
  tab.rules.splice(0, Infinity, ...left)
}

/** A new one stands before all others. */
export const conditionalFormatsType: ObjectType<AtAreas> = {
  name: 'ConditionalFormatCollection',
  items: (at) => touching(at).map((rule) => objectOf(at, rule)),
  item: (at, id) => present(find(at, id)),
  methods: {
    Add: (at, type) => {
      const where = 'ConditionalFormatCollection.add'
      const { rules } = unprotected(at, where)
      const rule: Rule = { id: nextId(at.session.workbook), areas: [...at.areas], body: newBody(type, where) }
      rules.unshift(rule)
      return objectOf(at, rule)
    },
    ClearAll: (at) => {
      clearRules(unprotected(at, 'ConditionalFormatCollection.clearAll'), at.areas)
      return undefined
    },
    GetCount: (at) => touching(at).length,
    GetItemOrNullObject: find,
    GetItemAt: (at, index) => {
      const rule = touching(at)[whole(index, 'ConditionalFormatCollection.getItemAt')]
      return present(rule === undefined ? null : objectOf(at, rule))
    },
  },
}
