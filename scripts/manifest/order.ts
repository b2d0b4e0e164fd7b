import type { XmlElement } from './read-xml.ts'

/**
 * The children that an element may have, in the order in which Excel wants them: `!` must be there, `*` may be several.
 *
 * Source: Microsoft, schemas OfficeAppManifestV1_1 and TaskPaneAppVersionOverridesV1_0, as far as this add-in uses them.
 */
const orders: Readonly<Record<string, string>> = {
  OfficeApp:
    'Id! AlternateId Version! ProviderName! DefaultLocale! DisplayName! Description! IconUrl HighResolutionIconUrl SupportUrl AppDomains Hosts Requirements DefaultSettings! Permissions! VersionOverrides',
  AppDomains: 'AppDomain!*',
  'OfficeApp/Hosts': 'Host!*',
  Requirements: 'Sets Methods',
  Sets: 'Set!*',
  DefaultSettings: 'SourceLocation!',
  VersionOverrides: 'Description Requirements Hosts! Resources!',
  'VersionOverrides/Hosts': 'Host!*',
  'VersionOverrides/Hosts/Host': 'Runtimes AllFormFactors DesktopFormFactor',
  Runtimes: 'Runtime!*',
  AllFormFactors: 'ExtensionPoint!*',
  'AllFormFactors/ExtensionPoint': 'Script! Page! Metadata! Namespace!',
  Script: 'SourceLocation!',
  Page: 'SourceLocation!',
  Metadata: 'SourceLocation!',
  DesktopFormFactor: 'GetStarted FunctionFile! ExtensionPoint!*',
  GetStarted: 'Title! Description! LearnMoreUrl!',
  'DesktopFormFactor/ExtensionPoint': 'OfficeTab* OfficeMenu*',
  OfficeTab: 'Group!*',
  Group: 'Label! Icon! Control!*',
  OfficeMenu: 'Control!*',
  Control: 'Label! Supertip! Icon! Action!',
  Supertip: 'Title! Description!',
  Icon: 'bt:Image!*',
  Action: 'TaskpaneId SourceLocation FunctionName',
  Resources: 'bt:Images! bt:Urls! bt:ShortStrings! bt:LongStrings!',
  'bt:Images': 'bt:Image!*',
  'bt:Urls': 'bt:Url!*',
  'bt:ShortStrings': 'bt:String!*',
  'bt:LongStrings': 'bt:String!*',
}

interface Place {
  readonly name: string
  readonly required: boolean
  readonly many: boolean
}

const placesOf = (order: string): readonly Place[] =>
  order.split(' ').map((word) => ({
    name: word.replace(/[!*]+$/, ''),
    required: word.includes('!'),
    many: word.includes('*'),
  }))

/** The order for an element: by the longest path of names that the table has. */
const orderFor = (path: readonly string[]): string | undefined => {
  for (let from = Math.max(0, path.length - 3); from < path.length; from++) {
    const order = orders[path.slice(from).join('/')]
    if (order !== undefined) return order
  }
  return undefined
}

const complaintsOf = (element: XmlElement, order: string): readonly string[] => {
  const places = placesOf(order)
  const complaints: string[] = []
  let last = 0
  element.children.forEach(({ name, line }, i) => {
    const at = places.findIndex((place) => place.name === name)
    const place = places[at]
    if (place === undefined) complaints.push(`line ${line}: <${element.name}> may not hold <${name}>.`)
    else if (at < last) complaints.push(`line ${line}: <${name}> stands too late in <${element.name}>: ${order}.`)
    else if (!place.many && element.children.findIndex((each) => each.name === name) < i)
      complaints.push(`line ${line}: <${element.name}> holds <${name}> twice.`)
    last = Math.max(last, at)
  })
  const present = new Set(element.children.map(({ name }) => name))
  for (const { name, required } of places)
    if (required && !present.has(name)) complaints.push(`line ${element.line}: <${element.name}> lacks <${name}>.`)
  return complaints
}

/** Elements in the wrong order, at the wrong place, missing, or there twice. */
export const orderComplaints = (element: XmlElement, above: readonly string[] = []): readonly string[] => {
  const path = [...above, element.name]
  const order = orderFor(path)
  const own =
    order !== undefined
      ? complaintsOf(element, order)
      : element.children.map(({ name, line }) => `line ${line}: <${element.name}> may not hold <${name}>.`)
  return [...own, ...element.children.flatMap((child) => orderComplaints(child, path))]
}
