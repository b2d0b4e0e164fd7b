import { expect, test } from '@jest/globals'
import { chosenRanges } from '#core/dataset/chosen-ranges'
import type { UnnamedRange } from '#core/dataset/identify'

const range = (name: string, tab?: string): UnnamedRange => ({ name, grid: [], ...(tab === undefined ? {} : { tab }) })

test('a choice goes by the name of a range, else of a tab, whatever case and spaces', () => {
  const ranges = [range('Table1', 'Pipeline'), range('Pipeline', 'Data'), range('Table2', 'Data')]
  expect(chosenRanges({ deals: ' pipeline ' }, ranges).ranges.get('deals')?.tab).toBe('Data')
  expect(chosenRanges({ deals: 'PIPELINE' }, [range('Table1', 'Pipeline')]).ranges.get('deals')?.name).toBe('Table1')
})

test('a name that nothing has is a question that offers near ones', () => {
  const { ranges, questions } = chosenRanges({ deals: 'Pipline' }, [range('A', 'Pipeline'), range('B', 'Stages')])
  expect(ranges.size).toBe(0)
  expect(questions).toEqual([
    {
      tables: ['deals'],
      ranges: [],
      text: 'SPM Settings says that the table Opportunities is "Pipline", but no range or tab has that name. Did you mean "Pipeline"? Correct the row "tables, deals", or remove it.',
    },
  ])
})

test('in an empty workbook nothing is offered', () => {
  expect(chosenRanges({ stages: 'Steps' }, []).questions[0]?.text).toBe(
    'SPM Settings says that the table Stages is "Steps", but no range or tab has that name. Correct the row "tables, stages", or remove it.',
  )
})

test('a name that several ranges have is a question that names them', () => {
  const { ranges, questions } = chosenRanges({ deals: 'Data' }, [range('T1', 'Data'), range('T2', 'Data')])
  expect(ranges.size).toBe(0)
  expect(questions).toMatchObject([
    {
      tables: ['deals'],
      ranges: ['T1', 'T2'],
      text: expect.stringMatching(
        /^SPM Settings says that the table Opportunities is "Data", and 2 ranges have that name: "T1", "T2"\. /,
      ),
    },
  ])
  expect(questions[0]?.text).toContain('T1')
})
