import type { Codebook } from '../model/codebook'
import { labelInForce } from '../model/labels-in-force'

/** What tags are to a statement: who speaks, for or against what, and that it is said. */
export const roles = ['actor', 'position', 'claim'] as const
export type Role = (typeof roles)[number]

/** The roles of labels by id; those that have none are not there. */
export type Roles = ReadonlyMap<string, Role>

/**
 * The role of each label: that of the built-in label that it is, that it is a kind of, or that was merged or split into it.
 * A label that was merged has the role of the one it counts as. Labels of the codebook's own that are none of this have
 * no role; `link-roles.ts` tells what their tags are.
 */
export function rolesOf(codebook: Codebook): Roles {
  const known = found.get(codebook)
  if (known) return known
  const own = new Map<string, Role>(roles.map((role) => [role, role]))
  const give = (id: string, role: Role | undefined) => {
    if (role && !own.has(id)) own.set(id, role)
  }
  // A round that finds none is the last.
  for (let before = -1; before !== own.size;) {
    before = own.size
    for (const { id, parent, into } of codebook.labels) {
      if (parent !== undefined) give(id, own.get(parent))
      for (const next of into ?? []) give(next, own.get(id))
    }
  }
  for (const { id } of codebook.labels) {
    const role = own.get(labelInForce(codebook, id))
    if (role) own.set(id, role)
  }
  found.set(codebook, own)
  return own
}

const found = new WeakMap<Codebook, Roles>()
