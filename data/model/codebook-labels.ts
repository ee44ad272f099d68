import { labelOf, type CodebookContent, type Label } from './codebook'
import { changeIn, moveIn, partOf, withoutNewFaults, type Changed } from './codebook-changes'
import { idFrom } from './codebook-ids'
import { freeKeys, letterFor, looksFor } from './codebook-looks'
import { labelInForce } from './labels-in-force'
import { failed } from './result'

/** What is said of a new label; the rest is chosen so that nothing clashes. */
export type NewLabel = Pick<Label, 'name'> & Partial<Omit<Label, 'id' | 'retired' | 'into'>>
/** `parent: undefined` makes it a label of its own. */
export type LabelChange = {
  readonly [Field in keyof Omit<Label, 'id' | 'retired' | 'into'>]?: Label[Field] | undefined
}

const idsOf = (codebook: CodebookContent) => codebook.labels.map(({ id }) => id)

/** The label that `addLabel` would add. `kept` are keys that other things are done with. */
export function newLabel(codebook: CodebookContent, given: NewLabel, kept: readonly string[] = []): Label {
  return {
    id: idFrom(given.name, idsOf(codebook), 'label'),
    letter: letterFor(codebook, given.name),
    key: freeKeys(codebook, null, kept)[0] ?? '0',
    ...looksFor(codebook),
    definition: '',
    include: [],
    exclude: [],
    examples: [],
    ...given,
  }
}

export const addLabel = (codebook: CodebookContent, label: NewLabel, kept: readonly string[] = []): Changed =>
  withoutNewFaults(codebook, {
    ...codebook,
    labels: [...codebook.labels, newLabel(codebook, { ...label, name: label.name.trim() }, kept)],
  })

export function changeLabel(codebook: CodebookContent, id: string, to: LabelChange): Changed {
  const label = partOf(codebook.labels, id, 'label')
  if (!label.ok) return label
  const labels = changeIn(codebook.labels, id, to)
  return withoutNewFaults(codebook, { ...codebook, labels })
}

/** Nothing new is tagged with it any more. No tag changes. */
export function retireLabel(codebook: CodebookContent, id: string): Changed {
  const label = partOf(codebook.labels, id, 'label')
  if (!label.ok) return label
  const labels = changeIn(codebook.labels, id, { retired: true })
  return withoutNewFaults(codebook, { ...codebook, labels })
}

/** A retired label as before, whatever became of it; with another key, if its own was given away. */
export function bringBackLabel(codebook: CodebookContent, id: string): Changed {
  const label = partOf(codebook.labels, id, 'label')
  if (!label.ok) return label
  const { retired: _, into: __, ...back } = label.value
  const free = freeKeys(codebook, id)
  const key = free.includes(back.key.toLowerCase()) ? back.key : (free[0] ?? back.key)
  const labels = codebook.labels.map((each) => (each.id === id ? { ...back, key } : each))
  return withoutNewFaults(codebook, { ...codebook, labels })
}

/**
 * From now on tags with the label count as tags with `into`. They keep their own label, so that it can be brought back, and
 * lose nothing. What was a kind of the label is a kind of `into`.
 */
export function mergeLabel(codebook: CodebookContent, id: string, into: string): Changed {
  const label = partOf(codebook.labels, id, 'label')
  if (!label.ok) return label
  const target = labelOf(codebook, into)
  if (!target || target.retired || labelInForce(codebook, into) === id)
    return failed({ kind: 'not-there', what: 'label' })
  const parentOf = (each: Label): string | undefined => {
    if (each.parent !== id) return each.parent
    return each.id === into ? label.value.parent : into
  }
  const labels = codebook.labels.map((each): Label => {
    if (each.id === id) return { ...each, retired: true, into: [into] }
    const { parent: _, ...rest } = each
    const parent = parentOf(each)
    return parent === undefined || parent === each.id ? rest : { ...rest, parent }
  })
  return withoutNewFaults(codebook, { ...codebook, labels })
}

/**
 * Puts several labels in the place of one: new ones by name, or some that are there, by id. Each may have every attribute and
 * link that the one had, so that its tags can become any of them and lose nothing.
 */
export function splitLabel(
  codebook: CodebookContent,
  id: string,
  into: readonly (string | NewLabel)[],
  kept: readonly string[] = [],
): Changed {
  const label = partOf(codebook.labels, id, 'label')
  if (!label.ok) return label
  let labels: Label[] = codebook.labels.map((each) => (each.id === id ? { ...each, retired: true } : each))
  const ids: string[] = []
  for (const part of into) {
    if (typeof part === 'string') {
      const there = labelOf(codebook, part)
      if (!there || there.retired || part === id) return failed({ kind: 'not-there', what: 'label' })
      ids.push(part)
      continue
    }
    const made = newLabel({ ...codebook, labels }, { ...part, name: part.name.trim() }, kept)
    const { parent } = label.value
    labels = [...labels, { ...made, ...(parent !== undefined && { parent }) }]
    ids.push(made.id)
  }
  if (new Set(ids).size < 2) return failed({ kind: 'split-into-one' })
  const withParts = (ends: readonly string[]) =>
    ends.includes(id) ? [...ends, ...ids.filter((each) => !ends.includes(each))] : [...ends]
  return withoutNewFaults(codebook, {
    ...codebook,
    labels: changeIn(labels, id, { into: ids }),
    attributes: codebook.attributes.map((each) => ({ ...each, labels: withParts(each.labels) })),
    linkTypes: codebook.linkTypes.map((each) => ({
      ...each,
      from: withParts(each.from),
      to: withParts(each.to),
    })),
  })
}

/** The label at another place in the codebook's order. */
export const moveLabel = (codebook: CodebookContent, id: string, by: number): Changed =>
  withoutNewFaults(codebook, { ...codebook, labels: moveIn(codebook.labels, id, by) })
