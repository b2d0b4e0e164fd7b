import { elementAt, elementsNamed, everyElement, type XmlElement } from './read-xml.ts'
import { resourceValue } from './resources.ts'
import { at, valueOf, type Rule, type Subject } from './subject.ts'

const isAddress = (element: XmlElement): boolean =>
  /Location$|Url$/.test(element.name)
    ? element.attributes.resid === undefined
    : element.name === 'bt:Image' && 'DefaultValue' in element.attributes

const originOf = (address: string): string => {
  try {
    return new URL(address).origin
  } catch {
    return ''
  }
}

const pathOf = ({ base }: Subject, address: string): string => address.slice(base.length).replace(/[?#].*$/, '')

export const addresses: Rule = {
  name: 'every address is https, of our own domain, and a file of the hosted folder',
  complaints: (subject) => {
    const domains = elementsNamed(subject.manifest, 'AppDomain').map(valueOf)
    const own = originOf(subject.base)
    const strange = domains.filter((domain) => domain !== own)
    const pages = everyElement(subject.manifest).filter(isAddress)
    return [
      ...strange.map((domain) => `the domain ${domain} is not ${own}.`),
      ...pages.flatMap((element) => {
        const address = valueOf(element)
        if (!address.startsWith('https://')) return [at(element, `${address} does not begin with https://.`)]
        if (!address.startsWith(subject.base)) return [at(element, `${address} is not below ${subject.base}.`)]
        const path = pathOf(subject, address)
        return subject.file(path) === null ? [at(element, `there is no file ${path}.`)] : []
      }),
    ]
  },
}

const signature = '89504e470d0a1a0a'

/** Width and height of a PNG, in pixels; `null` for anything else. */
const pngSize = (bytes: Uint8Array | null): string | null => {
  if (bytes === null || bytes.length < 24) return null
  const buffer = Buffer.from(bytes)
  if (buffer.toString('hex', 0, 8) !== signature) return null
  return `${buffer.readUInt32BE(16)} × ${buffer.readUInt32BE(20)}`
}

const wantedSizes = ['16', '32', '80']
const topIcons = { IconUrl: 32, HighResolutionIconUrl: 64 }

const sizeComplaint = (subject: Subject, element: XmlElement, address: string, size: string): readonly string[] => {
  const found = pngSize(subject.file(pathOf(subject, address)))
  if (found === `${size} × ${size}`) return []
  return [at(element, `${address} is ${found === null ? 'no PNG' : `${found} pixels`}; ${size} × ${size} are needed.`)]
}

export const icons: Rule = {
  name: 'icons are PNG files of the pixels that they are listed with: 16, 32 and 80 for each button',
  complaints: (subject) => [
    ...Object.entries(topIcons).flatMap(([name, size]) => {
      const element = elementAt(subject.manifest, name)
      return element === undefined
        ? [`<${name}> is missing.`]
        : sizeComplaint(subject, element, valueOf(element), String(size))
    }),
    ...elementsNamed(subject.manifest, 'Icon').flatMap((icon) => {
      const sizes = icon.children.map(({ attributes }) => attributes.size ?? '')
      return [
        ...wantedSizes
          .filter((size) => !sizes.includes(size))
          .map((size) => at(icon, `the icon of ${size} pixels is missing.`)),
        ...icon.children.flatMap((image) =>
          sizeComplaint(
            subject,
            image,
            resourceValue(subject.manifest, image.attributes.resid),
            image.attributes.size ?? '',
          ),
        ),
      ]
    }),
  ],
}

export const storePages: Rule = {
  name: 'support, help and privacy are pages of the hosted folder',
  complaints: ({ manifest, file }) => [
    ...(elementAt(manifest, 'SupportUrl') === undefined ? ['<SupportUrl> is missing.'] : []),
    ...['support.html', 'privacy.html', 'help/index.html'].flatMap((page) =>
      file(page) === null ? [`there is no page ${page}.`] : [],
    ),
  ],
}
