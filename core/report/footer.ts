/** The parts of a printed footer: a text of ours on the left, the page number on the right. `&` alone would begin a code. */
export const footerParts = (text: string): { readonly left: string; readonly right: string } => ({
  left: text.replaceAll('&', '&&'),
  right: 'Page &P of &N',
})
