import { elementAt, elementsNamed } from './read-xml.ts'
import { at, valueOf, type Rule } from './subject.ts'

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

export const identity: Rule = {
  name: 'the id is a GUID, and the version that of the package',
  complaints: ({ manifest, version }) => {
    const id = valueOf(elementAt(manifest, 'Id'))
    const given = valueOf(elementAt(manifest, 'Version'))
    return [
      ...(guid.test(id) ? [] : [`the id ${id} is no GUID.`]),
      ...(given === `${version}.0`
        ? []
        : [`the version is ${given}; the package has ${version}, so it must be ${version}.0.`]),
    ]
  },
}

/** The least that an Excel must offer: Microsoft 365, Excel 2021 and later, Mac, web. */
const floor: Readonly<Record<string, string>> = { ExcelApi: '1.9', SharedRuntime: '1.1', CustomFunctionsRuntime: '1.3' }

export const requirementSets: Rule = {
  name: 'the requirement sets are ExcelApi 1.9, SharedRuntime 1.1 and CustomFunctionsRuntime 1.3',
  complaints: ({ manifest }) => {
    const sets = elementsNamed(manifest, 'Set')
    return [
      ...sets.flatMap((set) => {
        const { Name: name = '', MinVersion: version = '' } = set.attributes
        if (floor[name] === undefined) return [at(set, `${name} is not among what the add-in needs.`)]
        return floor[name] === version ? [] : [at(set, `${name} ${version} should be ${floor[name]}.`)]
      }),
      ...Object.keys(floor)
        .filter((name) => !sets.some(({ attributes }) => attributes.Name === name))
        .map((name) => `the requirement set ${name} is missing.`),
    ]
  },
}

export const leastPermission: Rule = {
  name: 'the permission is ReadWriteDocument, for the workbook alone',
  complaints: ({ manifest }) => {
    const permission = valueOf(elementAt(manifest, 'Permissions'))
    const hosts = (elementAt(manifest, 'Hosts')?.children ?? []).map(({ attributes }) => attributes.Name)
    return [
      ...(permission === 'ReadWriteDocument' ? [] : [`the permission is ${permission}.`]),
      ...(hosts.join() === 'Workbook' ? [] : [`the hosts are ${hosts.join(', ')}.`]),
    ]
  },
}
