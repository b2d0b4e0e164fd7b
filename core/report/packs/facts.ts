import type { PackName } from './index.ts'

/** What each meeting is called, and what its pack is for; apart from the packs, so that a list of them loads none. */
export const packFacts: Readonly<Record<PackName, { readonly title: string; readonly about: string }>> = {
  TEAM: {
    title: 'Sales team meeting',
    about: 'The weekly meeting of a team: trust, forecast, funnel, opportunities, activity, actions.',
  },
}
