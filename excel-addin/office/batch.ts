/** Excel on the web takes 5 MB a request; the rest is room for what the library puts around each value. */
const mostBytes = 3_000_000

/** Bytes that an action costs in a request besides its values. */
export const bytesPerAction = 260

/** Collects what is to be written, and sends it in as few requests as the limit of Excel allows. */
export interface Batch {
  readonly context: Excel.RequestContext
  /**
   * Does something of this size, in bytes of its values; where the request would become too large, what was collected
   * is sent first.
   */
  add(bytes: number, act: () => void): Promise<void>
  /** Sends what was collected; nothing where there is nothing. */
  send(): Promise<void>
}

/** The bytes of a value in a request, a little more rather than less. */
export const bytesOf = (value: unknown): number => {
  const text = JSON.stringify(value)
  let bytes = text.length
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code > 0x7ff) bytes += 2
    else if (code > 0x7f || code === 0x22 || code === 0x5c) bytes += 1
  }
  return bytes
}

/** Screen and calculation stand still while a request is carried out; both come back by themselves with the next one. */
const hush = ({ workbook: { application } }: Excel.RequestContext): void => {
  application.suspendApiCalculationUntilNextSync()
  application.suspendScreenUpdatingUntilNextSync()
}

export const startBatch = (context: Excel.RequestContext): Batch => {
  let size = 0
  const send = async (): Promise<void> => {
    if (size === 0) return
    size = 0
    await context.sync()
  }
  return {
    context,
    add: async (bytes, act) => {
      if (size > 0 && size + bytes > mostBytes) await send()
      if (size === 0) hush(context)
      size += bytes + bytesPerAction
      act()
    },
    send,
  }
}
