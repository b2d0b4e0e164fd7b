import { elementAt, elementsNamed, type XmlElement } from './read-xml.ts'
import { resourceValue } from './resources.ts'
import { at, type Rule } from './subject.ts'

const host = (manifest: XmlElement): XmlElement | undefined => elementAt(manifest, 'VersionOverrides', 'Hosts', 'Host')

/** Everything that must run in the one runtime: the page of the functions, the commands, each task pane. */
const runtimeUsers = (manifest: XmlElement): readonly XmlElement[] => [
  ...elementsNamed(manifest, 'FunctionFile'),
  ...elementsNamed(manifest, 'Page').flatMap(({ children }) => children),
  ...elementsNamed(manifest, 'Action').flatMap(({ children }) =>
    children.filter(({ name }) => name === 'SourceLocation'),
  ),
]

export const sharedRuntime: Rule = {
  name: 'one long runtime, first in its host, serves functions, commands and task pane',
  complaints: ({ manifest }) => {
    const runtimes = elementsNamed(manifest, 'Runtime')
    const [runtime] = runtimes
    if (runtime === undefined || runtimes.length > 1) return [`there are ${runtimes.length} runtimes; one is needed.`]
    const { resid = '', lifetime = 'short' } = runtime.attributes
    return [
      ...(host(manifest)?.children[0]?.name === 'Runtimes' ? [] : ['<Runtimes> is not the first in <Host>.']),
      ...(lifetime === 'long' ? [] : [at(runtime, `the lifetime is ${lifetime}; a shared runtime is long.`)]),
      ...runtimeUsers(manifest).flatMap((user) =>
        user.attributes.resid === resid
          ? []
          : [at(user, `<${user.name}> has the resid ${user.attributes.resid ?? ''}, the runtime ${resid}.`)],
      ),
    ]
  },
}

export const namespace: Rule = {
  name: 'the name space of the functions is SPM',
  complaints: ({ manifest }) => {
    const name = resourceValue(manifest, elementsNamed(manifest, 'Namespace')[0]?.attributes.resid)
    return name === 'SPM' ? [] : [`the name space is "${name}".`]
  },
}

const without = (all: readonly string[], some: readonly string[]): readonly string[] =>
  all.filter((each) => !some.includes(each))
const repeated = (all: readonly string[]): readonly string[] => all.filter((each, i) => all.indexOf(each) < i)

export const functionIds: Rule = {
  name: 'functions.json declares exactly the functions that the code associates',
  complaints: ({ functions }) => {
    if (functions === null) return []
    const { declared, associated } = functions
    return [
      ...without(declared, associated).map((id) => `${id} is declared, and no code is associated with it.`),
      ...without(associated, declared).map((id) => `${id} is associated, and functions.json does not declare it.`),
      ...repeated(declared).map((id) => `${id} is declared twice.`),
      ...declared.filter((id) => !/^[A-Z][A-Z0-9_.]{2,}$/.test(id)).map((id) => `${id} is no name of a function.`),
    ]
  },
}

export const commandNames: Rule = {
  name: 'buttons run exactly the commands that the code associates',
  complaints: ({ manifest, commands }) => {
    const asked = elementsNamed(manifest, 'FunctionName').map(({ text }) => text)
    return [
      ...without(asked, commands).map((name) => `a button runs ${name}, and no code is associated with it.`),
      ...without(commands, asked).map((name) => `${name} is associated, and no button runs it.`),
    ]
  },
}

export const controlIds: Rule = {
  name: 'groups and buttons have ids of their own',
  complaints: ({ manifest }) =>
    repeated(
      [...elementsNamed(manifest, 'Group'), ...elementsNamed(manifest, 'Control')].map(
        ({ attributes }) => attributes.id ?? '',
      ),
    ).map((id) => `the id ${id} is taken twice.`),
}
