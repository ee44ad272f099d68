import type { Codebook } from './codebook'

/** The ids of all revisions that a revision comes from, and its own. */
export function ancestry(id: string, revisions: readonly Codebook[]): ReadonlySet<string> {
  const found = new Set<string>()
  const open = [id]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue
    found.add(next)
    open.push(...(revisions.find((revision) => revision.id === next)?.parents ?? []))
  }
  return found
}

/**
 * Revisions that were made beside the one in force: neither comes from the other, and nothing came after them. One whose maker
 * went on from before it, as after taking it back, is none. The one in force counts whether or not it is among those known: they
 * may have been asked for before it was there.
 */
export function standingBeside(inForce: Codebook, known: readonly Codebook[]): Codebook[] {
  const revisions = known.some(({ id }) => id === inForce.id) ? known : [...known, inForce]
  const before = ancestry(inForce.id, revisions)
  const parents = new Set(revisions.flatMap((revision) => revision.parents))
  const wentOn = (revision: Codebook) =>
    revisions.some(
      (other) =>
        other.made !== undefined &&
        revision.made !== undefined &&
        other.made.by === revision.made.by &&
        other.made.at > revision.made.at &&
        !ancestry(other.id, revisions).has(revision.id),
    )
  return revisions.filter(
    (revision) =>
      !before.has(revision.id) &&
      !parents.has(revision.id) &&
      !ancestry(revision.id, revisions).has(inForce.id) &&
      !wentOn(revision),
  )
}

/** The latest revision that two others both come from; `null` when there is none. */
export function lastCommon(a: Codebook, b: Codebook, revisions: readonly Codebook[]): Codebook | null {
  const [ofA, ofB] = [ancestry(a.id, revisions), ancestry(b.id, revisions)]
  const common = revisions.filter(({ id }) => ofA.has(id) && ofB.has(id))
  return (
    common.findLast(
      ({ id }) => !common.some((other) => other.id !== id && ancestry(other.id, revisions).has(id)),
    ) ?? null
  )
}
