import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { IncomingMessage, Server } from 'node:http'
import { get } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { certificateIn, type Certificate } from '#scripts/excel/certificate'
import { serve } from '#scripts/excel/serve'

const folder = mkdtempSync(join(tmpdir(), 'spm-certificate-'))
let certificate: Certificate
let server: Server

beforeAll(async () => {
  certificate = await certificateIn(folder)
  const files = new Map([
    ['taskpane.html', Buffer.from('the panel')],
    ['functions.json', Buffer.from('{}')],
  ])
  server = await serve(files, certificate, 0)
})

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  rmSync(folder, { recursive: true })
})

/** Asks as a browser that trusts the authority, and nothing else. */
const ask = async (path: string): Promise<{ readonly response: IncomingMessage; readonly text: string }> => {
  const { port } = server.address() as AddressInfo
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`https://localhost:${port}/${path}`, { ca: readFileSync(certificate.ca), agent: false }, resolve).on(
      'error',
      reject,
    )
  })
  let text = ''
  for await (const chunk of response) text += String(chunk)
  return { response, text }
}

describe('the add-in on localhost', () => {
  test('is served over HTTPS by a certificate that its own authority vouches for', async () => {
    const { response, text } = await ask('taskpane.html?_host_Info=Excel')
    expect([response.statusCode, response.headers['content-type'], text]).toEqual([
      200,
      'text/html; charset=utf-8',
      'the panel',
    ])
  })

  test('may be read by Excel on the web, which asks from another origin', async () => {
    const { response } = await ask('functions.json')
    expect(response.headers['access-control-allow-origin']).toBe('*')
  })

  test('has a sentence for what is not there, outside of its folder too', async () => {
    const [missing, outside] = [await ask('nothing.html'), await ask('../package.json')]
    expect([missing.response.statusCode, missing.text]).toEqual([404, 'There is no nothing.html here.\n'])
    expect(outside.response.statusCode).toBe(404)
  })

  test('keeps the certificate that it has', async () => {
    const before = readFileSync(certificate.cert, 'utf8')
    expect(readFileSync((await certificateIn(folder)).cert, 'utf8')).toBe(before)
  })
})
