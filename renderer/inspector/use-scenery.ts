import { useMemo } from 'react'
import { builtInCodebook } from '../../data/model/built-in-codebook'
import type { RegistryRecord } from '../../data/model/records'
import { useShown } from '../state/store'
import type { Scenery } from './tag-words'

const none: readonly RegistryRecord[] = []

/** The codebook and the registries of the project that is open. */
export function useScenery(): Scenery {
  const codebook = useShown(({ project }) => project?.codebook) ?? builtInCodebook
  const registry = useShown(({ project }) => project?.registry) ?? none
  return useMemo(() => ({ codebook, registry }), [codebook, registry])
}
