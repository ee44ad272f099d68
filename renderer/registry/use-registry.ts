import type { RegistryRecord } from '../../data/model/records'
import { Registry } from '../../data/model/registry'
import { useShown } from '../state/store'

const none: readonly RegistryRecord[] = []

/** The registries of the project that is open. */
export const useRegistry = (): Registry => Registry.of(useShown(({ project }) => project?.registry) ?? none)
