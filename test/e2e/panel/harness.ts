import { dayOf } from '#core/cells/day'
import { newWorkbook } from '#local/workbook/make'
import { mount } from '#panel/mount.tsx'
import type { HostFacts } from '#panel/port.ts'
import { testHost, type TestHost } from '../../hosts/panel-port.ts'
import { plainSample } from '../../../samples/plain.ts'
import { sampleWorkbook } from '../../hosts/sample-workbook.ts'

declare global {
  interface Window {
    /** The host behind the panel of the page, for the test. */
    spmHost: TestHost
  }
}

/** What the page is asked to show: `?book=sample&theme=dark&broken=1`. */
const asked = new URLSearchParams(location.search)

const isTheme = (text: string | null): text is NonNullable<HostFacts['theme']> =>
  text === 'light' || text === 'dark' || text === 'contrast'

const theme = asked.get('theme')
const book = asked.get('book') === 'empty' ? newWorkbook('Sheet1') : sampleWorkbook()
if (asked.get('welcomed') === '1') book.settings.set('spm.panel', '{"welcomed":true,"last":null,"run":null}')

const host = testHost(book, { facts: { theme: isTheme(theme) ? theme : null } })
if (asked.get('broken') === '1') {
  const half = sampleWorkbook()
  half.tabs.forEach((tab, i) => (tab.name = i === 0 ? 'TEAM · Cover' : tab.name))
  host.breakOff('Sales team meeting, 2026-11-02', half)
}
host.before('write', async () => await new Promise((resolve) => setTimeout(resolve, Number(asked.get('slow') ?? 0))))

const element = document.getElementById('panel')
if (element !== null) {
  window.spmHost = host
  mount(element, host.port, {
    today: () => dayOf(2026, 11, 2),
    version: '0.1.0',
    loadSample: () => Promise.resolve(plainSample()),
  })
}
