/**
 * The pack that every implementation answers, defined in words. Each answer is a list of rows: `keys` say which row it
 * is, `counts` must agree exactly, `sums` to 1e-9 of their size.
 *
 * Terms: day = the whole part of a date serial. Open, won and lost come from the stage's type in `stages`. A blank
 * amount adds 0. Weighted = amount × probability of the deal, of its stage where the deal says nothing. Rows that would
 * count nothing are left out. Closing day = day of `close_date`; deals without one are left out where it is needed.
 */
export const questions = {
  /** (a) Open deals by stage and owner. */
  funnel: { keys: ['stage', 'owner'], counts: ['count'], sums: ['value', 'weighted'] },
  /** (b) Open deals last modified (created, where that is blank) at least 60 days before the as-of day: how many … */
  stale: { keys: [], counts: ['count'], sums: [] },
  /** … and the 50 largest by amount, ties by id in code point order. */
  staleTop: { keys: ['id'], counts: ['rank', 'quietDays'], sums: ['amount'] },
  /** (c) Open deals whose closing day is before the as-of day; and, apart, those that have none. */
  overdue: { keys: [], counts: ['count', 'undated'], sums: ['value'] },
  /** (d) Open deals in an initial stage whose closing day is 0 to 30 days after the as-of day. */
  early: { keys: [], counts: ['count'], sums: ['value'] },
  /** (e) Closed deals by owner and calendar quarter (`2025-Q3`) of the closing day; of all amounts, won and lost. */
  winRate: {
    keys: ['owner', 'quarter'],
    counts: ['won', 'lost'],
    sums: ['wonValue', 'lostValue', 'rateByCount', 'rateByValue'],
  },
  /**
   * (f) Won deals by owner: closing day − created day where that is positive, its mean and median (of an even number
   * the mean of the middle two). `excluded` counts the others: of zero or negative length, or without a closing day.
   * Owners without any cycle are left out.
   */
  cycle: { keys: ['owner'], counts: ['deals', 'excluded'], sums: ['mean', 'median'] },
  /**
   * (g) By open stage. A deal enters a stage on the day of its first move to that stage, to a later one or to won
   * (skipped stages count as passed). Cohort: deals that entered in 2025. Advanced: entered the next stage as well, on
   * whatever day; for the last stage, won. Lost: not advanced, and its latest move is to lost. The rest are still in.
   */
  conversion: { keys: ['stage'], counts: ['entered', 'advanced', 'lost', 'stillIn'], sums: ['conversion'] },
  /** (g) By open stage: days from each move into it to the deal's next move; stays that have not ended are left out. */
  durations: { keys: ['stage'], counts: ['stays'], sums: ['mean', 'median'] },
  /** (h) Done activities by owner, Monday of the week (a serial) and type; hours that are blank add nothing. */
  activities: { keys: ['owner', 'week', 'type'], counts: ['count'], sums: ['minutes'] },
  /** (h) Done activities of type Meeting by owner whose deal, found by id in `deals`, is of type New. */
  newMeetings: { keys: ['owner'], counts: ['count'], sums: [] },
  /**
   * (i) Movement of the pipeline that closes in the window, from the opening snapshot (0) to the closing one (1). A deal
   * is inside at either when its close date lies in the window; a blank date counts as later than any window; `removed`
   * is absence. Opening: open and inside at 0, a0. Else, if inside at 1: New (absent at 0), a1; Reopened (closed at 0
   * and, at 1, open or closed otherwise), a0; Pulled in (open at 0, later) and Pushed in (open at 0, earlier), a0. These
   * have entered. Increased and Decreased: a1 − a0 of entered deals present at both. Then they leave: Removed (absent
   * at 1), a0; Pushed out (later at 1) and Pulled out (earlier), a1; Won and Lost, a1; the rest is Closing, a1.
   */
  movement: { keys: ['movement'], counts: ['count'], sums: ['value'] },
  /**
   * (j) By month: forecast = weighted value of deals open in the snapshot at its start that close in it; actual = value
   * of won deals that closed in it; deviation = (actual − forecast) ÷ forecast.
   */
  deviation: { keys: ['month'], counts: [], sums: ['forecast', 'actual', 'deviation'] },
  /** (k) By person in `people`: sales targets of the window's months, value won with closing day in it, target − won. */
  gap: { keys: ['owner'], counts: [], sums: ['target', 'won', 'gap'] },
} as const satisfies Record<string, Question>

interface Question {
  readonly keys: readonly string[]
  readonly counts: readonly string[]
  readonly sums: readonly string[]
}

type Questions = typeof questions
export type QuestionName = keyof Questions
type Figures<Q extends Question> = Q['counts'][number] | Q['sums'][number]

export type AnswerRow<Q extends QuestionName> = Readonly<
  Record<Questions[Q]['keys'][number], string | number> & Record<Figures<Questions[Q]>, number>
>

/** In any order of rows. */
export type Answers = { readonly [Q in QuestionName]: readonly AnswerRow<Q>[] }

export const movements = [
  'Opening',
  'New',
  'Reopened',
  'Pulled in',
  'Pushed in',
  'Increased',
  'Decreased',
  'Won',
  'Lost',
  'Pushed out',
  'Pulled out',
  'Removed',
  'Closing',
] as const
export type Movement = (typeof movements)[number]
