import { useEffect, useMemo } from 'react'
import type { Problem } from '../../data/model/problem'
import type { Result } from '../../data/model/result'
import type { ArticleHistory, HistoryEntry } from '../../data/store/views'
import { useScenery } from '../inspector/use-scenery'
import { readTrail } from '../state/actions'
import { store, useShown } from '../state/store'
import type { Telling } from './step-words'
import { everyTag } from './trail'

/** So long after a change the history is read again, so that a burst of changes reads it once. */
const PAUSE_MS = 300

/** The history of an article, read when it is first asked for and again after every change; `null` until it is there. */
export function useTrail(article: string): Result<ArticleHistory, Problem> | null {
  const trail = useShown((state) => state.trail)
  useEffect(() => {
    const ask = () => void readTrail(article)
    let timer = setTimeout(ask)
    const stop = store.subscribe(({ open }, before) => {
      if (open === before.open) return
      clearTimeout(timer)
      timer = setTimeout(ask, PAUSE_MS)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [article])
  return trail?.article === article ? trail.history : null
}

/** What is needed to word these steps. */
export function useTelling(entries: readonly HistoryEntry[]): Telling {
  const { codebook, registry } = useScenery()
  const open = useShown((state) => state.open)
  return useMemo(
    () => ({ codebook, registry, tags: everyTag(entries, open) }),
    [codebook, registry, entries, open],
  )
}

/** What annotators are called. */
export function useNames(): (annotator: string) => string {
  const people = useShown(({ project }) => project?.people)
  return (annotator) => people?.find(({ id }) => id === annotator)?.name ?? annotator
}
