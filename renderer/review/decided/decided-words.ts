import type { Codebook } from '../../../data/model/codebook'
import { labelShown } from '../../../data/model/labels-in-force'
import type { Annotation, RegistryRecord } from '../../../data/model/records'
import { entryName, Registry } from '../../../data/model/registry'
import type { Decision, Reading } from '../../../data/model/review-records'
import { isSame } from '../../../data/model/same'
import { valueInWords } from '../../../data/model/value-words'
import { actionInWords, reasonInWords } from '../../../data/review/decision-words'
import { quoteOf } from '../../state/tags'

interface Scenery {
  readonly codebook: Codebook
  readonly registry: readonly RegistryRecord[]
}

/** "rejected, wrong actor". */
export const decidedInWords = ({ action, reason }: Decision): string =>
  reason === null ? actionInWords(action) : `${actionInWords(action)}, ${reasonInWords(reason)}`

/** What would be other: "label Position", "words “must leave”", "stance Against". Of what is the same, nothing. */
export function readingInWords(scenery: Scenery, tag: Annotation | null, reading: Reading): string[] {
  const { codebook, registry } = scenery
  const nameOfEntry = (id: string | null): string => {
    if (id === null) return 'nobody named'
    const entry = Registry.of(registry).get(id)
    return entry ? entryName(entry) : 'somebody not in the registries'
  }
  const said: string[] = []
  if (reading.label !== tag?.label) said.push(labelShown(codebook, reading.label)?.name ?? reading.label)
  if (!tag || !isSame(placesOf(reading), placesOf(tag))) said.push(`“${quoteOf(reading)}”`)
  if (reading.means !== (tag?.means ?? null)) said.push(`means ${nameOfEntry(reading.means)}`)
  for (const attribute of codebook.attributes) {
    const [then, now] = [reading.attributes[attribute.id], tag?.attributes[attribute.id]]
    if (isSame(then ?? null, now ?? null)) continue
    const value = then === undefined ? 'not set' : valueInWords(attribute, then, registry)
    said.push(`${attribute.name}: ${value}`)
  }
  if (reading.weight !== undefined) said.push(`${Math.round(100 * reading.weight)} %`)
  return said.length === 0 ? ['as it is'] : said
}

const placesOf = ({ target }: Pick<Annotation, 'target'>) => target.map(({ start, end }) => [start, end])
