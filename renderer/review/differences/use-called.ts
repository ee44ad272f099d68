import { useMemo } from 'react'
import type { Person } from '../../../data/model/project'
import { useShown } from '../../state/store'
import { callPeople, type Called } from './difference-words'

const nobody: readonly Person[] = []

/** How people are called in few words. */
export function useCalled(): Called {
  const people = useShown(({ project }) => project?.people) ?? nobody
  return useMemo(() => callPeople(people), [people])
}

/** How they are called in full. */
export function useNamed(): Called {
  const people = useShown(({ project }) => project?.people) ?? nobody
  return useMemo(() => {
    const names = new Map(people.map(({ id, name }) => [id, name]))
    return (annotator) => names.get(annotator) ?? annotator
  }, [people])
}
