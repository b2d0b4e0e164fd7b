import { act, configure, screen, within } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { deserialize, serialize } from 'node:v8'
import { dayOf } from '#core/cells/day'
import type { Workbook } from '#local/workbook/model'
import { mount, type Mounted, type MountOptions } from '#panel/mount.tsx'
import { testHost, type TestHost, type TestHostOptions } from '../hosts/panel-port.ts'
import { smallWorkbook } from './small-workbook.ts'

/** Waits end when what is waited for is there; this is how long a busy machine may take. */
configure({ asyncUtilTimeout: 30_000, defaultHidden: true })

const nothing = (): undefined => undefined

class NoResizes {
  readonly observe = nothing
  readonly unobserve = nothing
  readonly disconnect = nothing
}

/** What browsers have and jsdom has not; and no rules of style, which it would look through at every step. */
const addMissing = (): void => {
  Object.assign(CSSStyleSheet.prototype, { insertRule: () => 0 })
  if (!('ResizeObserver' in globalThis)) Object.assign(globalThis, { ResizeObserver: NoResizes })
  if (!('structuredClone' in globalThis))
    Object.assign(globalThis, { structuredClone: (value: unknown): unknown => deserialize(serialize(value)) })
}

export interface Shown {
  readonly host: TestHost
  readonly user: UserEvent
  readonly mounted: Mounted
}

/** The panel on a workbook in memory, once it has been read; the ten deals where no workbook is given. */
export const showPanel = async (
  workbook: Workbook = smallWorkbook(),
  options: TestHostOptions & MountOptions & { readonly prepare?: (host: TestHost) => void } = {},
): Promise<Shown> => {
  addMissing()
  const host = testHost(workbook, options)
  options.prepare?.(host)
  const element = document.createElement('div')
  document.body.replaceChildren(element)
  const mounted = await act(async () =>
    mount(element, host.port, { today: () => dayOf(2024, 3, 31), version: '9.8.7', ...options }),
  )
  return { host, user: userEvent.setup({ delay: null }), mounted }
}

/** The workbook of ten deals, the first card put away. */
export const welcomedWorkbook = (): Workbook => {
  const workbook = smallWorkbook()
  workbook.settings.set('spm.panel', '{"welcomed":true,"last":null,"run":null}')
  return workbook
}

export const button = async (name: string | RegExp): Promise<HTMLElement> => await screen.findByRole('button', { name })

export const openPage = async (user: UserEvent, name: string): Promise<void> => {
  await user.click(await screen.findByRole('tab', { name }))
}

/** What stands in the list of that name, item by item. */
export const itemsOf = (list: HTMLElement): readonly string[] =>
  within(list)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent)
