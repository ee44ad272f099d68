import { attributesFor, type Attribute, type Codebook } from '../model/codebook'
import type { Span } from '../model/span'
import type { TagLike, WorkGraph } from '../record/work-graph'
import { cutsWord, hasWhiteSpaceAtEdge, withoutWhiteSpace, withWholeWords } from './edges'
import { withoutActorKey, type Lint } from './lint'

const spansOf = ({ target }: TagLike): Span[] => target.map(({ start, end }) => ({ start, end }))

/** "Claim" tags that nobody is said to make. */
export const withoutActor = (graph: WorkGraph): Lint[] =>
  graph.claims
    .filter((claim) => graph.to(claim, 'makes').length === 0)
    .map((claim) => ({
      kind: 'claim-without-actor',
      key: withoutActorKey(claim.id),
      places: spansOf(claim),
      tag: claim.id,
      about: null,
      fix: { is: 'ask-actor', tag: claim.id },
    }))

const known = new WeakMap<Codebook, Map<string, readonly Attribute[]>>()

/** The attributes of a label that a tag can lack, found once for each codebook. */
function asked(codebook: Codebook, label: string): readonly Attribute[] {
  const ofLabels = known.get(codebook) ?? new Map<string, readonly Attribute[]>()
  known.set(codebook, ofLabels)
  const found =
    ofLabels.get(label) ??
    attributesFor(codebook, label).filter(
      ({ id, required, retired }) => !retired && (required || id === 'stance'),
    )
  ofLabels.set(label, found)
  return found
}

/**
 * Values that a tag lacks: the stance of a position, if its label has that attribute and no claim says with a link whether
 * it is for or against; and whatever the codebook requires.
 */
export function withoutValue(tag: TagLike, codebook: Codebook, graph: WorkGraph): Lint[] {
  const isSided = () => graph.to(tag, 'supports').length + graph.to(tag, 'opposes').length > 0
  return asked(codebook, tag.label)
    .filter(({ id }) => tag.attributes[id] === undefined)
    .flatMap(({ id, name, required }): Lint[] => {
      const isStance = id === 'stance' && graph.isPosition(tag) && !isSided()
      if (!isStance && !required) return []
      const kind = isStance ? 'position-without-stance' : 'value-missing'
      return [
        {
          kind,
          key: `${kind} ${tag.id} ${isStance ? '' : id}`.trim(),
          places: spansOf(tag),
          tag: tag.id,
          about: name,
          fix: { is: 'ask-value', tag: tag.id, attribute: id },
        },
      ]
    })
}

/** Tags with the label and the words of one that was made before, which by the order of ids is the first. */
export function taggedTwice(tags: readonly TagLike[]): Lint[] {
  const first = new Map<string, TagLike>()
  return tags
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((tag): Lint[] => {
      const what = `${tag.label} ${tag.target.map(({ start, end }) => `${start}-${end}`).join(' ')}`
      if (!first.has(what)) {
        first.set(what, tag)
        return []
      }
      return [
        {
          kind: 'tagged-twice',
          key: `tagged-twice ${tag.id}`,
          places: spansOf(tag),
          tag: tag.id,
          about: null,
          fix: { is: 'delete', tag: tag.id },
        },
      ]
    })
}

/** Tags that start or end with white space, or inside a word. What has both is told once, and mended at once. */
export function edgesOf(text: string, tag: TagLike): Lint[] {
  const spans = spansOf(tag)
  const isCut = spans.some((span) => cutsWord(text, span))
  const kind = spans.some((span) => hasWhiteSpaceAtEdge(text, span))
    ? 'white-space-at-the-edge'
    : isCut
      ? 'word-cut'
      : null
  if (kind === null) return []
  const mended = spans.map((span) => withWholeWords(text, withoutWhiteSpace(text, span)))
  return [
    {
      kind,
      key: `${kind} ${tag.id}`,
      places: spans,
      tag: tag.id,
      about: null,
      fix: { is: 'move', tag: tag.id, spans: mended },
    },
  ]
}
