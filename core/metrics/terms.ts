/** A word of the field that is neither a metric nor a table. */
export interface Term {
  readonly word: string
  /** Other words for the same. */
  readonly also?: readonly string[]
  /** One or two sentences; words in brackets are terms of their own. */
  readonly means: string
}

/** The words that the definitions of metrics and tables use. What a metric or a table says of itself stands there. */
export const terms: readonly Term[] = [
  {
    word: 'Opportunity',
    also: ['Deal'],
    means:
      'A possible sale with one customer: one row of [Opportunities], or several [lines of a deal] with the same deal ID.',
  },
  {
    word: 'Lines of a deal',
    means: 'Rows that share a deal ID. Their amounts add up and the [opportunity] counts once (D1).',
  },
  {
    word: 'Status',
    means: 'Whether an [opportunity] is open, on hold, won or lost. The probability never decides it (D2, D3).',
  },
  {
    word: 'Stage',
    means: 'The step of the selling process that an [opportunity] is in. Their order stands in [Stages].',
  },
  {
    word: 'Pipeline',
    also: ['Funnel'],
    means: 'The open [opportunities] together, by number or by [value]. Seen by [stage] it is called the funnel.',
  },
  {
    word: 'Value',
    also: ['Amount'],
    means:
      'The amount of an [opportunity] in the [base currency]; of a won one the actual amount where the source keeps it apart (D7).',
  },
  {
    word: 'Base currency',
    means: 'The one currency in which money is added up: the setting, or the only one present (D6).',
  },
  {
    word: 'Closing day',
    also: ['Close date'],
    means: 'Of a closed [opportunity] the day on which it was closed, of an open one the day on which it is due (D4).',
  },
  {
    word: 'As-of day',
    means: 'The day at whose end the question is asked. It leaves no closed [opportunity] out (D4).',
  },
  {
    word: 'Period',
    means: 'The days that count, such as 2026-Q2, FY2026 or L90D; without one all dates count (P1, P2).',
  },
  {
    word: 'Fiscal year',
    means: 'The year for which is planned: by the setting fiscal_start_month it may begin in any month (P1).',
  },
  {
    word: 'Scope',
    means: 'Whose rows count: a person with everybody below, a team, a region, or a filter.',
  },
  {
    word: 'Target',
    also: ['Quota', 'Goal'],
    means: 'What a person, a team or all are to reach in a [period]; one row of [Targets] (P3, P5).',
  },
  {
    word: 'Forecast category',
    means:
      'How sure the seller is of an open [opportunity]: commit, best case, pipeline, or left out of the [forecast].',
  },
  {
    word: 'Probability',
    means: 'The chance of an open [opportunity] to be won: its own, else that of its [stage].',
  },
  {
    word: 'Snapshot',
    means:
      'How the [opportunities] stood at the end of one day; rows of [Snapshots]. Only with them the past can be told.',
  },
  {
    word: 'Next step',
    means: 'What is agreed to bring an open [opportunity] further, or the next activity planned for it.',
  },
  {
    word: 'Stale',
    means:
      'Open, and nobody changed it for 60 days or more, or for those of the setting stale_days (T1). See [stale deals].',
  },
  {
    word: 'Overdue',
    means: 'Open, with a [closing day] before the [as-of day]; due today is not overdue (T2). See [overdue deals].',
  },
  {
    word: 'Early closer',
    means:
      'Open, in an initial [stage], and due within 30 days, or those of the setting early_days (T3). See [early closers].',
  },
  {
    word: 'Slippage',
    also: ['Slipped'],
    means: 'That a deal which was due in a [period] is now due later and still open. See [slip rate], [pushed deals].',
  },
  {
    word: 'Gap',
    means: 'What is missing to the [target]: actual less target, so that minus means behind.',
  },
  {
    word: 'New customer',
    means: 'A customer of whom nothing was won before.',
  },
  {
    word: 'Credit note',
    means: 'A negative amount: in sums, not in averages (D5).',
  },
  {
    word: 'No answer',
    means: 'What stands where a figure cannot be worked out, with its reason: never 0, never infinite (A1).',
  },
  {
    word: 'Finding',
    means: 'Something odd in the data: the table, the row, the column, what is wrong and what to do.',
  },
  {
    word: 'Pack',
    means: 'The workbook for one meeting: [trust] first, then the agenda, then the actions.',
  },
]
