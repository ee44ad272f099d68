import type { Actor, RegistryRecord } from '../../data/model/records'
import type { Registry, Role } from '../../data/model/registry'

export const kindNames: Readonly<Record<Actor['kind'], string>> = {
  person: 'Person',
  government: 'Government',
  organisation: 'Organisation',
  'armed-group': 'Armed group',
  media: 'Media',
  people: 'People',
  other: 'Other',
}

/** "actor", "issue", "position": what a record is called in sentences. */
export const nounOf = ({ is }: Pick<RegistryRecord, 'is'>): string => is

/** "2025 – 2029", "2029 –", "– 2029"; nothing where neither is known. */
export function periodOf({ from, to }: Pick<Role, 'from' | 'to'>): string {
  if (from === null && to === null) return ''
  return [from, '–', to].filter((part) => part !== null).join(' ')
}

/** The line under an actor's name: the role that it has last, else its kind; then the country. */
export function lineUnder(registry: Registry, { id, kind, country }: Actor): string {
  const role = registry.roleOf(id)
  return [role?.title ?? kindNames[kind], country].filter(Boolean).join(', ')
}
