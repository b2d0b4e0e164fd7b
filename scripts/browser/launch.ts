import sparticuz from '@sparticuz/chromium'
import { chromium, type Browser } from 'playwright-core'

/** Certificates are made on the machine that tests, so nobody vouches for them. */
const options = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--ignore-certificate-errors']

/** A Chromium without a window: the one of `CHROMIUM_PATH`, else the one inside the package @sparticuz/chromium. */
export const launchBrowser = async (): Promise<Browser> =>
  await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? (await sparticuz.executablePath()),
    args: options,
    headless: true,
  })
