import { useMemo } from 'react'
import { builtInCodebook } from '../../../data/model/built-in-codebook'
import type { Codebook } from '../../../data/model/codebook'
import type { ReviewQuery } from '../../../data/review/agreement'
import { useNames } from '../../record/use-names'
import { useShown } from '../../state/store'
import { valueWords } from './value-words'
import { shortNames } from './people-names'

/** What ids are called among those that are compared. */
export interface AgreementNames {
  readonly codebook: Codebook
  /** In the order of the query. */
  readonly full: readonly string[]
  readonly short: readonly string[]
  readonly person: (id: string) => string
  readonly article: (id: string) => string
  /** A value of a layer: a label, an option, an entry; `null` is said as "no tag" or "not said". */
  readonly value: (layer: string, value: string | null) => string
}

/** The same until one of the project's lists is another. */
export function useAgreementNames(query: ReviewQuery | null): AgreementNames | null {
  const names = useNames()
  const codebook = useShown(({ project }) => project?.codebook) ?? builtInCodebook
  return useMemo(() => {
    if (!names || !query) return null
    const full = query.annotators.map((id) => names.person(id))
    const short = shortNames(query.annotators.map((id, i) => ({ id, name: full[i]! })))
    const shortOf = new Map(query.annotators.map((id, i) => [id, short[i]!]))
    return {
      codebook,
      full,
      short,
      person: (id) => shortOf.get(id) ?? names.person(id),
      article: (id) => names.article(id)?.title ?? id,
      value: (layer, value) => valueWords(layer, value, codebook, names.entry),
    }
  }, [names, query, codebook])
}
