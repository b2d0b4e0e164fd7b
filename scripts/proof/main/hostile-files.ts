import { buildZip } from '../../verify/build-zip.ts'

const megabyte = 1024 * 1024

/** A workbook with a password is an old compound file, whatever it is called; only its first bytes matter here. */
export const encryptedWorkbook = (): Uint8Array => {
  const bytes = new Uint8Array(4096)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  return bytes
}

/** A small file that would unpack to a gigabyte. */
export const zipBomb = (): Uint8Array => {
  const content = Buffer.alloc(256 * megabyte)
  const parts = ['one', 'two', 'three', 'four'].map((name) => ({ name: `xl/worksheets/${name}.xml`, content }))
  return buildZip([{ name: '[Content_Types].xml', content: '<Types/>' }, ...parts])
}
