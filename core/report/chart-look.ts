import type { Series, SeriesColour } from './instructions.ts'
import { seriesColours } from './styles.ts'

const inOrder: readonly SeriesColour[] = ['actual', 'target', 'won', 'neutral', 'pipeline', 'lost', 'best', 'commit']

/** `RRGGBB`: the colour that a series asks for, else the next of a fixed order. */
export const seriesColour = (series: Series, index: number): string =>
  seriesColours[series.colour ?? inOrder[index % inOrder.length] ?? 'neutral']
