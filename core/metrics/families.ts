import type { Family } from './define.ts'

/** The families of metrics as people read them, in the order in which they are shown. */
export const familyTitles: Readonly<Record<Family, string>> = {
  trust: 'Trust',
  forecast: 'Forecast, target and pace',
  funnel: 'Funnel',
  flow: 'Flow and conversion',
  activity: 'Activity',
  economics: 'Economics',
  targets: 'Targets and planning',
}

export const families: readonly Family[] = ['trust', 'forecast', 'funnel', 'flow', 'activity', 'economics', 'targets']
