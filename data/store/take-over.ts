import type { Problem } from '../model/problem'
import type { Annotation, Link } from '../model/records'
import type { Decision, LinkReading, Named, Reading } from '../model/review-records'
import { failed, ok, type Result } from '../model/result'
import { isSame } from '../model/same'
import type { ArticleChange } from './changes'
import type { Scene, Stamp } from './commands'
import { annotationIn, gone, linksOf, mayJoin } from './decide-parts'

type Changes = Result<readonly ArticleChange[], Problem>

/**
 * Makes the tags and links of mine that a decision is on what it says they should be. Of several that are to be one, the
 * first by id becomes it, and takes over what links the others had.
 */
export function takeOver(scene: Scene, decision: Decision, stamp: Stamp): Changes {
  const { on, action, article } = decision
  const me = scene.company?.me
  const mine = on.filter(({ annotator }) => annotator === me).flatMap(({ id }) => scene.records.get(id) ?? [])
  const tags = mine.filter((record) => record.is === 'annotation').toSorted(byId)
  const links = mine.filter((record) => record.is === 'link').toSorted(byId)
  if (tags.length + links.length === 0) return failed({ kind: 'nothing-to-take-over' })
  switch (action) {
    case 'accept':
    case 'contested':
      return failed({ kind: 'nothing-to-take-over' })
    case 'reject': {
      const touching = linksOf(
        scene,
        tags.map(({ id }) => id),
      )
      const doomed = new Map([...touching, ...links, ...tags].map((record) => [record.id, record]))
      return ok([...doomed.values()].map((record) => gone(article, record)))
    }
    case 'change':
    case 'merge':
    case 'split':
      return tags.length > 0
        ? ok(become(scene, decision, tags, stamp))
        : relink(scene, decision, links, stamp)
  }
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1)

function become(
  scene: Scene,
  { article, readings, codebook }: Decision,
  [kept, ...others]: readonly Annotation[],
  stamp: Stamp,
): ArticleChange[] {
  const [first, ...rest] = readings
  if (!kept || !first) return []
  const read = { ...kept, ...contentOf(first) }
  const isOther = !isSame(contentOf(kept), contentOf(first))
  const after = isOther ? { ...read, codebook, modified: stamp.now } : kept
  const made = rest.map((reading): Annotation => ({
    is: 'annotation',
    id: stamp.newId(),
    created: stamp.now,
    modified: stamp.now,
    article,
    ...contentOf(reading),
    note: kept.note,
    codebook,
  }))
  return [
    ...(isOther ? [{ article, id: kept.id, before: kept, after }] : []),
    ...made.map((tag) => ({ article, id: tag.id, before: null, after: tag })),
    ...linksAfter(scene, after, others, stamp),
    ...others.map((tag) => gone(article, tag)),
  ]
}

const contentOf = ({ label, target, attributes, means }: Reading | Annotation) => ({
  label,
  target,
  attributes,
  means,
})

/** Links of tags that become one: they lead from and to that one, each once; what may not do that any more goes. */
function linksAfter(
  scene: Scene,
  kept: Annotation,
  others: readonly Annotation[],
  { now }: Stamp,
): ArticleChange[] {
  const one = new Set([kept.id, ...others.map(({ id }) => id)])
  const end = (id: string) => (one.has(id) ? kept.id : id)
  const labelAt = (id: string) => (id === kept.id ? kept.label : annotationIn(scene, id)?.label)
  const seen = new Set<string>()
  return linksOf(scene, [...one]).flatMap((before): ArticleChange[] => {
    const { article, id, type } = before
    const [from, to] = [end(before.from), end(before.to)]
    const key = `${type} ${from} ${to}`
    const stays = from !== to && !seen.has(key) && mayJoin(scene.codebook, type, labelAt(from), labelAt(to))
    if (!stays) return [gone(article, before)]
    seen.add(key)
    if (from === before.from && to === before.to) return []
    return [{ article, id, before, after: { ...before, from, to, modified: now } }]
  })
}

function relink(
  scene: Scene,
  { article, links: [reading] }: Decision,
  [before, ...others]: readonly Link[],
  { now }: Stamp,
): Changes {
  if (!before || !reading) return failed({ kind: 'nothing-to-take-over' })
  const [from, to] = [mineLike(scene, reading.from), mineLike(scene, reading.to)]
  if (!from || !to) return failed({ kind: 'not-there', what: 'annotation' })
  const fault = faultIn(scene, reading, from, to)
  if (fault) return failed(fault)
  const after: Link = { ...before, type: reading.type, from: from.id, to: to.id }
  const known = new Set([before, ...others].map(({ id }) => id))
  const twin = linksOf(scene, [from.id]).some(
    (link) =>
      !known.has(link.id) && link.type === after.type && link.from === after.from && link.to === after.to,
  )
  const rest = others.map((link) => gone(article, link))
  if (twin) return ok([gone(article, before), ...rest])
  if (isSame(before, after)) return ok(rest)
  return ok([{ article, id: before.id, before, after: { ...after, modified: now } }, ...rest])
}

function faultIn(
  { codebook }: Scene,
  { type }: LinkReading,
  from: Annotation,
  to: Annotation,
): Problem | null {
  const may = from.id !== to.id && mayJoin(codebook, type, from.label, to.label)
  return may ? null : { kind: 'link-not-allowed', type, from: from.label, to: to.label }
}

/** A tag of mine: the one that is named, or that with the label of somebody else's on the same words. */
function mineLike(scene: Scene, { annotator, id }: Named): Annotation | null {
  if (annotator === scene.company?.me) return annotationIn(scene, id) ?? null
  const theirs = scene.company?.others.get(annotator)?.get(id)
  if (theirs?.is !== 'annotation') return null
  const places = placesOf(theirs)
  const mine = [...scene.records.values()].filter((record) => record.is === 'annotation')
  return mine.find((tag) => tag.label === theirs.label && placesOf(tag) === places) ?? null
}

const placesOf = ({ target }: Annotation): string =>
  target.map(({ start, end }) => `${start}-${end}`).join(' ')
