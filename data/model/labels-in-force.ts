import type { CodebookContent, Label } from './codebook'

type Labels = Pick<CodebookContent, 'labels'>

/** Those that something new can be tagged with, in the codebook's order. The same array for the same codebook. */
export function activeLabels(codebook: Labels): readonly Label[] {
  const known = active.get(codebook.labels)
  if (known) return known
  const labels = codebook.labels.filter(({ retired }) => !retired)
  active.set(codebook.labels, labels)
  return labels
}
const active = new WeakMap<readonly Label[], readonly Label[]>()

/**
 * The label that tags with this one count as: itself, or the one it was merged into, and so on from there. A label that was
 * split, or merged into one that is not there, stands for itself. Of labels that two people have merged into each other, all
 * count as the one with the least id.
 */
export function labelInForce({ labels }: Labels, id: string): string {
  const known = roots.get(labels) ?? new Map<string, string>()
  roots.set(labels, known)
  const root = known.get(id) ?? rootOf(labels, id)
  known.set(id, root)
  return root
}
const roots = new WeakMap<readonly Label[], Map<string, string>>()

function rootOf(labels: readonly Label[], id: string): string {
  const path: string[] = []
  for (let at = id; ;) {
    const again = path.indexOf(at)
    if (again >= 0) return path.slice(again).reduce((least, each) => (each < least ? each : least))
    path.push(at)
    const next = mergedInto(labels.find((label) => label.id === at))
    if (next === null || !labels.some((label) => label.id === next)) return at
    at = next
  }
}

/** The label that a retired one was merged into; `null` when it was only retired, or split. */
export const mergedInto = (label: Label | undefined): string | null =>
  label?.retired && label.into?.length === 1 ? label.into[0]! : null

/** The label as which a tag is drawn and listed; `undefined` when the codebook does not have its label. */
export function labelShown(codebook: Labels, id: string): Label | undefined {
  const root = labelInForce(codebook, id)
  return codebook.labels.find((label) => label.id === root)
}

/** Whether tags with this label are among those with the other: it is that one, or counts as it. */
export const countsAs = (codebook: Labels, id: string, other: string): boolean =>
  id === other || labelInForce(codebook, id) === other
