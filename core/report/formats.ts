import type { FormatName } from './instructions.ts'

/** Number format codes as Excel and Sheets read them; negatives and zeros included. */
export const formats: Readonly<Record<FormatName, string>> = {
  text: '@',
  count: '#,##0;-#,##0;0',
  money: '#,##0;-#,##0;0',
  percent: '0.0%;-0.0%;0.0%',
  days: '#,##0;-#,##0;0',
  date: 'yyyy-mm-dd',
  month: 'mmm yyyy',
  decimal: '#,##0.00;-#,##0.00;0.00',
  ratio: '0.00"×";-0.00"×";0.00"×"',
  points: '+0.0%;-0.0%;0.0%',
}
