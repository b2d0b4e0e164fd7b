import { flag, oneOf } from './given.ts'
import type { ObjectType } from './host-object.ts'
import type { Session } from './session.ts'

const modes = ['Automatic', 'AutomaticExceptTables', 'Manual'] as const

const asked =
  (what: string) =>
  ({ asked: all }: Session): undefined => {
    all.push(what)
  }

export const applicationType: ObjectType<Session> = {
  name: 'Application',
  properties: {
    CalculationMode: {
      get: ({ calculationMode }) => calculationMode,
      set: (session, given) => {
        session.calculationMode = oneOf(given, modes, 'Application.calculationMode')
      },
    },
    CalculationState: { get: () => 'Done' },
    DecimalSeparator: { get: () => '.' },
  },
  methods: {
    SuspendApiCalculationUntilNextSync: asked('suspend calculation'),
    SuspendScreenUpdatingUntilNextSync: asked('suspend screen'),
    Calculate: asked('calculate'),
  },
}

/** `context.runtime`. */
export const runtimeType: ObjectType<Session> = {
  name: 'Runtime',
  properties: {
    EnableEvents: {
      get: ({ eventsEnabled }) => eventsEnabled,
      set: (session, given) => {
        session.eventsEnabled = flag(given, 'Runtime.enableEvents')
      },
    },
  },
}
