import { useMemo } from 'react'
import { useShown } from '../state/store'
import { namesIn, type Names } from './names'

/** What ids are called in the project; the same until one of its lists is another. `null` without a project. */
export function useNames(): Names | null {
  const registry = useShown(({ project }) => project?.registry)
  const people = useShown(({ project }) => project?.people)
  const articles = useShown(({ project }) => project?.articles)
  const codebook = useShown(({ project }) => project?.codebook)
  return useMemo(
    () =>
      registry && people && articles && codebook ? namesIn({ registry, people, articles, codebook }) : null,
    [registry, people, articles, codebook],
  )
}
