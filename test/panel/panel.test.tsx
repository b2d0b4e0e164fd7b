/** @jest-environment jsdom */
import { describe, expect, test } from '@jest/globals'
import { act, screen, waitFor, within } from '@testing-library/react'
import { copyWorkbook } from '#local/workbook/copy'
import { putCell } from '#local/workbook/cells'
import { newWorkbook, tabNamed } from '#local/workbook/make'
import { PortError } from '#panel/port.ts'
import { button, itemsOf, openPage, showPanel, welcomedWorkbook } from './show-panel.ts'
import { putTable, smallWorkbook } from './small-workbook.ts'

const sampleTabs = [
  {
    name: 'Deals',
    rows: [
      ['Deal ID', 'Owner', 'Status', 'Amount', 'Stage', 'Created', 'Close date'],
      ['D1', 'Anna', 'open', 10, 'Qualify', 45292, 45413],
    ],
    formats: [null, null, null, null, null, null, null],
    table: 'Deals',
  },
]

describe('the first card', () => {
  test('says that data stays in the file, and offers both ways to begin', async () => {
    await showPanel(smallWorkbook(), { loadSample: async () => sampleTabs })
    const card = await screen.findByRole('region', { name: 'Welcome' })
    expect(card.textContent).toContain('Your data stays in this file')
    expect(
      within(card)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['Try with sample data', 'Use my tables', 'Skip'])
  })

  test('is skipped for good, and opened again from Help', async () => {
    const { user, host } = await showPanel()
    await user.click(await button('Skip'))
    expect(screen.queryByRole('region', { name: 'Welcome' })).toBeNull()
    expect(host.book().settings.get('spm.panel')).toContain('"welcomed":true')
    await openPage(user, 'Help')
    await user.click(await button('Show welcome card'))
    expect(await screen.findByRole('region', { name: 'Welcome' })).toBeTruthy()
  })

  test('“Use my tables” leads to the tables that were recognised', async () => {
    const { user } = await showPanel()
    await user.click(await button('Use my tables'))
    expect(await screen.findByRole('heading', { name: 'Tables (1)' })).toBeTruthy()
  })

  test('“Try with sample data” adds the sample, reads it, and then offers the pack', async () => {
    const { user, host } = await showPanel(newWorkbook('Sheet1'), { loadSample: async () => sampleTabs })
    await user.click(await button('Try with sample data'))
    expect(await button('Build meeting pack')).toBeTruthy()
    expect(host.book().tabs.map(({ name }) => name)).toEqual(['Sheet1', 'Deals'])
  })
})

describe('the pack', () => {
  test('is previewed, built, and shown with a link to each tab', async () => {
    const { user, host } = await showPanel(welcomedWorkbook())
    expect(await screen.findByText(/^\d+ tabs to be written: \d+ new$/)).toBeTruthy()
    await user.click(await button('Build meeting pack'))
    const list = await screen.findByRole('list', { name: 'Tabs of the pack' })
    const tabs = host.book().tabs.flatMap(({ name }) => (name.startsWith('TEAM') ? [name] : []))
    expect(itemsOf(list)).toEqual(tabs)
    await user.click(within(list).getByRole('button', { name: tabs[1] ?? '' }))
    await waitFor(() => expect(host.seen.shown).toEqual([`${tabs[1] ?? ''}!A1`]))
  })

  test('is built for a person, as of a day, and the choice stands there again when the panel is opened anew', async () => {
    const { user, host, mounted } = await showPanel(welcomedWorkbook())
    await user.selectOptions(await screen.findByLabelText('Scope'), 'Anna')
    await user.type(screen.getByLabelText('As-of date'), '2024-02-29')
    await user.click(await button('Build meeting pack'))
    await screen.findByText('The pack is ready')
    expect(host.book().tabs.some(({ name }) => name.startsWith('TEAM Anna'))).toBe(true)
    await act(async () => mounted.close())
    await showPanel(host.book())
    expect(await screen.findByLabelText('Scope')).toHaveProperty('value', 'Anna')
    expect(screen.getByLabelText('As-of date')).toHaveProperty('value', '2024-02-29')
  })

  test('is cancelled while it is written, and the workbook is as it was', async () => {
    const { user, host } = await showPanel(welcomedWorkbook())
    let go = (): void => undefined
    host.before('write', async () => await new Promise<void>((resolve) => (go = resolve)))
    const names = host.book().tabs.map(({ name }) => name)
    await user.click(await button('Build meeting pack'))
    await screen.findByText(/^Writing TEAM/)
    await user.click(await button('Cancel'))
    expect(screen.getByText('Cancelling, and putting back what was changed')).toBeTruthy()
    await act(async () => go())
    expect(await screen.findAllByText('Cancelled. The workbook is as it was.')).toHaveLength(2)
    expect(host.book().tabs.map(({ name }) => name)).toEqual(names)
    await user.click(await button('Choose again'))
    expect(await button('Build meeting pack')).toBeTruthy()
  })

  test('that fails says why and keeps the details of the host for whoever helps', async () => {
    const { user, host } = await showPanel(welcomedWorkbook())
    host.before('write', () => {
      throw new PortError('editing', 'A cell is being edited. Finish it with Enter, then build again.', 'code 5004')
    })
    await user.click(await button('Build meeting pack'))
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('A cell is being edited. Finish it with Enter, then build again.')
    expect(within(alert).getByRole('button', { name: 'Copy details' })).toBeTruthy()
  })

  test('that a protected tab stands in the way of names the tab', async () => {
    const { user, host } = await showPanel(welcomedWorkbook())
    await user.click(await button('Build meeting pack'))
    await screen.findByText('The pack is ready')
    const cover = host.book().tabs.find(({ name }) => name.startsWith('TEAM'))
    if (cover !== undefined) cover.protected = true
    await user.click(await button('Build another pack'))
    await user.click(await button('Build meeting pack'))
    const list = await screen.findByRole('list', { name: 'What stands in the way' })
    expect(list.textContent).toContain(`The tab "${cover?.name ?? ''}" is protected`)
  })

  test('is undone in one click, also after the panel was opened anew', async () => {
    const { user, host } = await showPanel(welcomedWorkbook())
    await user.click(await button('Build meeting pack'))
    await user.click(await button('Undo this run'))
    expect(await screen.findByText(/was undone\. The workbook is as it was before it\.$/)).toBeTruthy()
    expect(host.book().tabs.map(({ name }) => name)).toEqual(['Deals'])
    await user.click(await button('Build another pack'))
    await user.click(await button('Build meeting pack'))
    await user.click(await button('Build another pack'))
    await user.click(await button('Undo last run'))
    await screen.findByText(/was undone/)
    expect(host.book().tabs.map(({ name }) => name)).toEqual(['Deals'])
  })

  test('keeps what was typed into the one before it', async () => {
    const { user, host } = await showPanel(welcomedWorkbook())
    await user.click(await button('Build meeting pack'))
    await screen.findByText('The pack is ready')
    const actions = host.book().tabs.find(({ name }) => name.endsWith('Actions'))
    const row = [...(actions?.cells ?? [])].find(([, cells]) =>
      [...cells.values()].some(({ value }) => typeof value === 'string' && /^Action\b/.test(value)),
    )?.[0]
    if (actions === undefined || row === undefined) throw new Error('The tab of actions has no heading for them.')
    const column =
      [...(actions.cells.get(row) ?? [])].find(([, { value }]) => /^Action\b/.test(String(value)))?.[0] ?? 0
    putCell(actions, row + 1, column, { value: 'Call Elm Water about the date' })
    await user.click(await button('Build another pack'))
    await user.click(await button('Build meeting pack'))
    await screen.findByText('The pack is ready')
    const again = tabNamed(host.book(), actions.name)
    const texts = [...(again?.cells.values() ?? [])].flatMap((cells) => [...cells.values()].map(({ value }) => value))
    expect(texts).toContain('Call Elm Water about the date')
  })

  test('asks for a table first where there is none', async () => {
    const workbook = newWorkbook('Sheet1')
    workbook.settings.set('spm.panel', '{"welcomed":true,"last":null,"run":null}')
    const { user } = await showPanel(workbook)
    expect((await screen.findByText(/No table of opportunities was found/)).textContent).toContain('header row')
    await user.click(await button('Choose tables'))
    expect(await screen.findByText('No table was recognised yet.')).toBeTruthy()
  })
})

describe('a run that was broken off', () => {
  test('is told before anything else and put back in one click', async () => {
    const before = welcomedWorkbook()
    const after = copyWorkbook(before)
    putTable(after, 'TEAM · 0 Cover', [['half']])
    const { user, host } = await showPanel(before, { prepare: (each) => each.breakOff('Sales team meeting', after) })
    expect((await screen.findByText(/was broken off/)).textContent).toContain('“Sales team meeting”')
    expect(screen.queryByRole('button', { name: 'Build meeting pack' })).toBeNull()
    await user.click(await button('Put back'))
    expect(await screen.findByText(/The workbook is as it was before/)).toBeTruthy()
    expect(await button('Build meeting pack')).toBeTruthy()
    expect(host.book().tabs.map(({ name }) => name)).toEqual(['Deals'])
  })
})

describe('trust', () => {
  test('stands at the bottom of every page, with the reasons one click away', async () => {
    const { user } = await showPanel(welcomedWorkbook())
    for (const page of ['Data', 'Functions', 'Settings', 'Help', 'Pack']) {
      await openPage(user, page)
      expect(await button(/^Trust: Fix/)).toBeTruthy()
    }
    await user.click(await button(/^Trust: Fix/))
    const checks = await screen.findByRole('list', { name: 'Trust checks' })
    expect(itemsOf(checks)).toHaveLength(4)
    await user.click(await button('Show findings'))
    expect(await screen.findByRole('heading', { name: 'Tables and findings' })).toBeTruthy()
  })
})
