import { X509Certificate } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { generateCertificates } from 'office-addin-dev-certs'

/** A certificate for localhost, made on this computer for this computer alone, and the authority that vouches for it. */
export interface Certificate {
  readonly ca: string
  readonly cert: string
  readonly key: string
}

const validDays = 365

const isGood = (files: Certificate): boolean => {
  if (!Object.values(files).every((file: string) => existsSync(file))) return false
  return Date.parse(new X509Certificate(readFileSync(files.cert)).validTo) > Date.now()
}

/** The certificate in a folder, made where there is none that is still good. It installs nothing: to trust it is a person's choice. */
export const certificateIn = async (folder: string): Promise<Certificate> => {
  const files = { ca: join(folder, 'ca.crt'), cert: join(folder, 'localhost.crt'), key: join(folder, 'localhost.key') }
  if (isGood(files)) return files
  for (const file of Object.values(files)) rmSync(file, { force: true })
  await generateCertificates(files.ca, files.cert, files.key, validDays)
  chmodSync(files.key, 0o600)
  return files
}
