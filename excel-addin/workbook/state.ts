import * as z from 'zod/mini'

const key = 'spm.panel'
const state = z.string()

/** What the panel remembers in the workbook; `null` where there is nothing, or nothing of ours. */
export const readState = async (context: Excel.RequestContext): Promise<string | null> => {
  const setting = context.workbook.settings.getItemOrNullObject(key)
  setting.load('value')
  await context.sync()
  if (setting.isNullObject) return null
  return state.safeParse(setting.value).data ?? null
}

export const saveState = async (context: Excel.RequestContext, text: string): Promise<void> => {
  context.workbook.settings.add(key, text)
  await context.sync()
}
