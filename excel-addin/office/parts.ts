/** A part of the workbook in which this add-in keeps something, as it was read. */
export interface Part {
  readonly id: string
  readonly xml: string
}

/** What the workbook keeps under these namespaces, in the order of each. Two requests. */
export const readParts = async (
  context: Excel.RequestContext,
  namespaces: readonly string[],
): Promise<readonly (readonly Part[])[]> => {
  const lists = namespaces.map((namespace) => context.workbook.customXmlParts.getByNamespace(namespace))
  for (const list of lists) list.load('items/id')
  await context.sync()
  const read = lists.map(({ items }) => items.map((part) => ({ id: part.id, xml: part.getXml() })))
  if (read.some((parts) => parts.length > 0)) await context.sync()
  return read.map((parts) => parts.map(({ id, xml }) => ({ id, xml: xml.value })))
}
