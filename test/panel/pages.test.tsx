/** @jest-environment jsdom */
import { describe, expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { putCell } from '#local/workbook/cells'
import { newWorkbook, tabNamed } from '#local/workbook/make'
import type { Workbook } from '#local/workbook/model'
import { PortError } from '#panel/port.ts'
import { button, openPage, showPanel, welcomedWorkbook } from './show-panel.ts'
import { putTable } from './small-workbook.ts'

/** The rows of the tab SPM Settings, below its header. */
const settingRows = (workbook: Workbook): readonly (readonly unknown[])[] => {
  const cells = tabNamed(workbook, 'SPM Settings')?.cells ?? new Map<number, Map<number, { value: unknown }>>()
  return [...cells].slice(1).map(([, row]) => [...row.values()].map(({ value }) => value))
}

const tableOf = (workbook: Workbook, name: string, owner: string): void =>
  putTable(workbook, name, [
    ['Deal ID', 'Name', owner, 'Status', 'Amount', 'Stage', 'Created', 'Close date'],
    ['D1', 'Pumps', 'Anna', 'open', 10, 'Qualify', '2024-01-01', '2024-05-01'],
  ])

describe('Data', () => {
  test('a finding leads to its cell', async () => {
    const workbook = welcomedWorkbook()
    const [deals] = workbook.tabs
    if (deals !== undefined) putCell(deals, 3, 5, { value: 'a lot' })
    const { user, host } = await showPanel(workbook)
    await openPage(user, 'Data')
    await user.click((await screen.findAllByRole('button', { name: /a lot/ }))[0] ?? document.body)
    await waitFor(() => expect(host.seen.shown).toEqual(['Deals!F4']))
  })

  test('a mapping is edited, kept in the tab SPM Settings, and shown as set by hand', async () => {
    const workbook = welcomedWorkbook()
    const { user, host } = await showPanel(workbook)
    await openPage(user, 'Data')
    await user.click(await button(/^Opportunities/))
    await user.click(await button('Edit mapping'))
    await user.selectOptions(await screen.findByLabelText('Owner (needed)'), 'Account')
    await user.click(await button('Save mapping'))
    expect(await screen.findByText('(set by hand)')).toBeTruthy()
    expect(settingRows(host.book())).toEqual([['map', 'deals.owner', 'Account']])
  })

  test('a mapping that cannot be saved stays in the form, with the reason', async () => {
    const { user, host } = await showPanel(welcomedWorkbook())
    host.before('saveSettings', () => {
      throw new PortError('protected', 'The tab SPM Settings is protected. Take the protection off, then save again.')
    })
    await openPage(user, 'Data')
    await user.click(await button(/^Opportunities/))
    await user.click(await button('Edit mapping'))
    await user.selectOptions(await screen.findByLabelText('Owner (needed)'), 'Account')
    await user.click(await button('Save mapping'))
    expect((await screen.findByRole('alert')).textContent).toContain('The tab SPM Settings is protected.')
    expect(screen.getByLabelText('Owner (needed)')).toHaveProperty('value', 'Account')
  })

  test('of two ranges that could be the opportunities one is chosen with a click', async () => {
    const workbook = newWorkbook()
    tableOf(workbook, 'This year', 'Owner')
    tableOf(workbook, 'Last year', 'Owner')
    const { user, host } = await showPanel(workbook)
    await openPage(user, 'Data')
    await user.click(await button('Use This year'))
    expect(await button(/^Opportunities/)).toBeTruthy()
    expect(settingRows(host.book())).toEqual([['tables', 'deals', 'This year']])
  })

  test('the selected range is named as a table', async () => {
    const workbook = welcomedWorkbook()
    putTable(workbook, 'Plan', [
      ['Metric', 'Owner', 'Period', 'Value'],
      ['sales', 'ALL', '2024-Q1', 180_000],
    ])
    const { user, host } = await showPanel(workbook, { selected: { tab: 'Plan', address: 'B2' } })
    await openPage(user, 'Data')
    await user.click(await button('Use selected range'))
    const card = await screen.findByRole('region', { name: 'Use as SPM table' })
    await user.selectOptions(within(card).getByLabelText('Table'), 'targets')
    await user.click(within(card).getByRole('button', { name: 'Use this range' }))
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Use as SPM table' })).toBeNull())
    expect(settingRows(host.book())).toEqual([['tables', 'targets', 'Plan']])
  })

  test('an edit of the workbook is told, and read with a click', async () => {
    const { user, host } = await showPanel(welcomedWorkbook())
    await openPage(user, 'Data')
    await screen.findByRole('heading', { name: 'Tables (1)' })
    host.edit()
    await user.click(await button('Read again'))
    await waitFor(() => expect(screen.queryByText(/Cells have changed/)).toBeNull())
  })
})

describe('Functions', () => {
  test('are found by a word, filled in, and inserted into the selected cell', async () => {
    const { user, host } = await showPanel(welcomedWorkbook())
    await openPage(user, 'Functions')
    await user.type(await screen.findByLabelText('Search functions'), 'stale')
    await user.click(await button(/^Stale deals/))
    await user.type(screen.getByLabelText('days'), '45')
    await user.click(await button('Insert into selected cell'))
    await screen.findByText('Inserted.')
    expect(host.seen.inserted).toHaveLength(1)
    expect(host.seen.inserted[0]).toMatch(/^=SPM\.STALE_DEALS\(,*45\)$/)
  })

  test('are not inserted with a number that is none', async () => {
    const { user, host } = await showPanel(welcomedWorkbook())
    await openPage(user, 'Functions')
    await user.type(await screen.findByLabelText('Search functions'), 'stale')
    await user.click(await button(/^Stale deals/))
    await user.type(screen.getByLabelText('days'), 'soon')
    expect(await screen.findByText('“soon” is no number. Write digits with a point, such as 45 or 0.5.')).toBeTruthy()
    await user.click(await button('Insert into selected cell'))
    expect(host.seen.inserted).toEqual([])
  })

  test('are shown with the separator of the workbook and inserted with commas, as the host takes them', async () => {
    const { user, host } = await showPanel(welcomedWorkbook(), { facts: { separator: ';', prefix: 'SPM.' } })
    await openPage(user, 'Functions')
    await user.type(await screen.findByLabelText('Search functions'), 'win rate')
    await user.click((await screen.findAllByRole('button', { name: /^Win rate/ }))[0] ?? document.body)
    await user.type(screen.getByLabelText('period'), '2024-Q1')
    const shown = (await screen.findByLabelText('Formula')).textContent
    expect(shown).toMatch(/^=SPM\.WIN_RATE\(;*"2024-Q1"\)$/)
    await user.click(await button('Insert into selected cell'))
    await waitFor(() => expect(host.seen.inserted).toEqual([shown.replaceAll(';', ',')]))
  })

  test('come with examples whose arguments can be taken over, and with a page of help', async () => {
    const { user, host } = await showPanel(welcomedWorkbook())
    await openPage(user, 'Functions')
    await user.type(await screen.findByLabelText('Search functions'), 'stale')
    await user.click(await button(/^Stale deals/))
    await user.click(await button('Show examples'))
    expect(await screen.findByText('Not updated for 60 days; the 60th day counts.')).toBeTruthy()
    await user.click((await screen.findAllByRole('button', { name: 'Use these arguments' }))[0] ?? document.body)
    expect(screen.getByLabelText('Formula').textContent).toMatch(/DATE\(2024,3,31\)/)
    await user.click(await button('Open help'))
    expect(host.seen.help).toEqual(['help/functions.html#STALE_DEALS'])
  })

  test('that no word finds are a sentence', async () => {
    const { user } = await showPanel(welcomedWorkbook())
    await openPage(user, 'Functions')
    await user.type(await screen.findByLabelText('Search functions'), 'xyzzy')
    expect(await screen.findByText(/^No function has all of these words/)).toBeTruthy()
  })
})

describe('Settings', () => {
  test('are checked before they are saved, and saved in the workbook', async () => {
    const { user, host } = await showPanel(welcomedWorkbook())
    await openPage(user, 'Settings')
    const field = await screen.findByLabelText('Top n')
    await user.type(field, '500')
    expect(await screen.findByText('This must be a number from 1 to 100, written with a point.')).toBeTruthy()
    await user.click(await button('Save settings'))
    expect(settingRows(host.book())).toEqual([])
    await user.clear(field)
    await user.type(field, '10')
    await user.click(await button('Save settings'))
    await screen.findByText('Saved.')
    expect(settingRows(host.book())).toEqual([['settings', 'top_n', '10']])
  })
})

describe('Help', () => {
  test('opens its pages and says which version this is', async () => {
    const { user, host } = await showPanel(welcomedWorkbook())
    await openPage(user, 'Help')
    for (const name of ['Open help', 'Open function reference', 'Read privacy page', 'Get support'])
      await user.click(await button(name))
    expect(host.seen.help).toEqual(['help/index.html', 'help/functions.html', 'privacy.html', 'support.html'])
    expect(screen.getByText(/version 9\.8\.7/)).toBeTruthy()
  })
})

describe('the keyboard alone', () => {
  test('opens a table with the space bar, and the focus stays where it was', async () => {
    const { user } = await showPanel(welcomedWorkbook())
    await openPage(user, 'Data')
    const row = await button(/^Opportunities/)
    row.focus()
    await user.keyboard(' ')
    expect(await button('Edit mapping')).toBeTruthy()
    expect(document.activeElement).toBe(row)
  })
})
