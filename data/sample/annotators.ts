import type { SampleAnnotator } from './sample-types'

/** Two analysts who read the same articles; the first keeps the registries. */
export const sampleAnnotators: readonly SampleAnnotator[] = [
  { key: 'ines', name: 'Ines Holloway' },
  { key: 'tobias', name: 'Tobias Varga' },
]
