import { format, isValid, parseISO, subDays, startOfMonth, startOfQuarter } from 'date-fns'
import { Button, Field, Input } from '@fluentui/react-components'

const iso = (day: Date): string => format(day, 'yyyy-MM-dd')

/** Days that a pack is often made as of, by the day that it is now. */
const usualDays = (today: Date): readonly { readonly text: string; readonly day: string }[] => [
  { text: 'Today', day: '' },
  { text: 'End of last month', day: iso(subDays(startOfMonth(today), 1)) },
  { text: 'End of last quarter', day: iso(subDays(startOfQuarter(today), 1)) },
]

/** Whether the text is a day, or left empty. */
export const isDay = (text: string): boolean =>
  text === '' || (/^\d{4}-\d{2}-\d{2}$/.test(text) && isValid(parseISO(text)))

const inWords = (text: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'full' }).format(parseISO(text))

/** The day that the figures are as of; empty is today, or what the settings of the workbook say. */
export const AsOfField = ({
  value,
  today,
  locale,
  leftOut,
  onChange,
}: {
  readonly value: string
  readonly today: Date
  readonly locale: string
  /** The day that counts where the field is empty. */
  readonly leftOut: string
  readonly onChange: (value: string) => void
}) => {
  const right = isDay(value)
  const hint = value === '' ? `Left empty: ${inWords(leftOut, locale)}.` : right ? inWords(value, locale) : undefined
  return (
    <div className="spm-stack">
      <Field
        label="As-of date"
        {...(hint !== undefined && { hint })}
        {...(!right && { validationMessage: 'This is no date. Choose one, or leave the field empty.' })}
      >
        <Input type="date" value={value} onChange={(_, data) => onChange(data.value)} />
      </Field>
      <div className="spm-chips" role="group" aria-label="Usual dates">
        {usualDays(today).map(({ text, day }) => (
          <Button key={text} size="small" aria-pressed={value === day} onClick={() => onChange(day)}>
            {text}
          </Button>
        ))}
      </div>
    </div>
  )
}
