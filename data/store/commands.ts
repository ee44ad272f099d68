import { presetsFor, type Codebook } from '../model/codebook'
import type { Problem } from '../model/problem'
import { mayMean } from '../model/meaning'
import { Registry } from '../model/registry'
import type {
  Annotation,
  AttributeValue,
  BesidesTag,
  Dismissed,
  Done,
  Link,
  OfKind,
  RegistryRecord,
  WorkRecord,
} from '../model/records'
import { failed, ok, type Result } from '../model/result'
import type { Span } from '../model/span'
import type { ArticleChange } from './changes'
import {
  annotationIn,
  gone,
  labelInUse,
  linksOf,
  mayJoin,
  mean,
  ofKind,
  setAttribute,
  targetOf,
} from './decide-parts'
import { decideReview } from './decide-review'
import type { Company } from './company'
import type { ReviewCommand } from './review-commands'

/** Everything a person can ask for on one article, named as they would say it. Each has one case in `decide`. */
export type Command = Readonly<
  /** With attributes, over what the codebook has a new tag begin with, and what the words mean, if they are known from the start. */
  | {
      do: 'annotate'
      article: string
      spans: readonly Span[]
      label: string
      attributes?: Annotation['attributes']
      means?: string | null
    }
  | { do: 'relabel'; article: string; annotation: string; label: string }
  | { do: 'move'; article: string; annotation: string; spans: readonly Span[] }
  | { do: 'write-note'; article: string; annotation: string; note: string }
  /** `null` takes the attribute away. */
  | {
      do: 'set-attribute'
      article: string
      annotation: string
      attribute: string
      value: AttributeValue | null
    }
  /** Which actor or position of the registries the words mean; `null` takes that back. */
  | { do: 'mean'; article: string; annotation: string; means: string | null }
  | { do: 'link'; article: string; type: string; from: string; to: string }
  | { do: 'unlink'; article: string; link: string }
  /** Says that I am done with the article, or that I am not after all. */
  | { do: 'finish'; article: string }
  | { do: 'take-up'; article: string }
  /** Lets something that may be amiss stand, by the key of its lint, or says that I want to hear of it after all. */
  | { do: 'dismiss'; article: string; lint: string }
  | { do: 'heed'; article: string; lint: string }
  /** Deletes tags and every link that touches one of them. */
  | { do: 'delete'; article: string; annotations: readonly string[] }
  | ReviewCommand
>

/** What `decide` may know: the article's text, the person's own live records on it, the codebook in force, the registries. */
export interface Scene {
  readonly text: string
  readonly records: ReadonlyMap<string, WorkRecord>
  readonly codebook: Codebook
  readonly registry: readonly RegistryRecord[]
  /** The links at a tag, for whoever need not go through all records for them. */
  readonly linksAt?: (annotation: string) => readonly Link[]
  /** The records of one kind that is no tag, likewise. */
  readonly ofKind?: <Is extends BesidesTag['is']>(is: Is) => readonly OfKind<Is>[]
  /** For commands on what others made, which cannot be decided without. */
  readonly company?: Company
}

/** Ids and time come from outside, so that a test needs no clock. */
export interface Stamp {
  readonly newId: () => string
  /** ISO 8601, UTC. */
  readonly now: string
}

/** A stamp that was given away beforehand: what the window has drawn under it is what the store makes under it. */
export interface Given {
  /** For new records, in the order they are made. */
  readonly ids: readonly string[]
  /** ISO 8601, UTC. */
  readonly now: string
}

/** The same as a stamp. Where there are no ids left, or one `isTaken`, it is `newId` that gives one. */
export function stampOf(given: Given, newId: () => string, isTaken: (id: string) => boolean): Stamp {
  const ids = given.ids.values()
  return {
    newId() {
      const { value } = ids.next()
      return value === undefined || isTaken(value) ? newId() : value
    },
    now: given.now,
  }
}

/**
 * What `command` would change; changes nothing itself. A command that would leave everything as it is gives
 * no changes. Spans are widened to whole grapheme clusters and joined where they overlap.
 */
export function decide(
  scene: Scene,
  command: Command,
  stamp: Stamp,
): Result<readonly ArticleChange[], Problem> {
  switch (command.do) {
    case 'annotate':
      return annotate(scene, command, stamp)
    case 'relabel': {
      const label = labelInUse(scene.codebook, command.label)
      return label.ok ? relabel(scene, command, stamp) : label
    }
    case 'move':
      return edited(scene, command, stamp, (before) => {
        const target = targetOf(scene.text, command.spans)
        // The boundaries were looked at again, under the codebook as it is now.
        return target.ok ? ok({ ...before, target: target.value, codebook: scene.codebook.id }) : target
      })
    case 'write-note':
      return edited(scene, command, stamp, (before) => ok({ ...before, note: command.note }))
    case 'set-attribute':
      return edited(scene, command, stamp, (before) => setAttribute(scene.codebook, before, command))
    case 'mean':
      return edited(scene, command, stamp, (before) => mean(scene.registry, before, command.means))
    case 'link':
      return link(scene, command, stamp)
    case 'unlink': {
      const before = scene.records.get(command.link)
      if (before?.is !== 'link') return failed({ kind: 'not-there', what: 'link' })
      return ok([{ article: command.article, id: before.id, before, after: null }])
    }
    case 'finish':
      return ok(finish(scene, command, stamp))
    case 'take-up':
      return ok(ofKind(scene, 'done').map((before) => gone(command.article, before)))
    case 'dismiss':
      return ok(dismiss(scene, command, stamp))
    case 'heed':
      return ok(dismissals(scene, command.lint).map((before) => gone(command.article, before)))
    case 'delete':
      return remove(scene, command)
    case 'decide':
    case 'withdraw-decision':
    case 'answer':
    case 'take-back-answer':
    case 'assign':
    case 'mark-reviewed':
    case 'take-up-review':
    case 'take-over':
      return decideReview(scene, command, stamp)
  }
}

type Asked<Kind extends Command['do']> = Extract<Command, { do: Kind }>

function annotate(scene: Scene, command: Asked<'annotate'>, stamp: Stamp): Result<ArticleChange[], Problem> {
  const label = labelInUse(scene.codebook, command.label)
  if (!label.ok) return label
  const target = targetOf(scene.text, command.spans)
  if (!target.ok) return target
  const after: Annotation = {
    is: 'annotation',
    id: stamp.newId(),
    created: stamp.now,
    modified: stamp.now,
    article: command.article,
    label: command.label,
    target: target.value,
    attributes: presetsFor(scene.codebook, command.label),
    note: '',
    means: null,
    codebook: scene.codebook.id,
  }
  const told = tell(scene, after, command)
  return told.ok ? ok([{ article: command.article, id: after.id, before: null, after: told.value }]) : told
}

/** The tag with the attributes and the meaning that came with its command, each as if it were given by itself. */
function tell(
  scene: Scene,
  tag: Annotation,
  { attributes = {}, means = null }: Asked<'annotate'>,
): Result<Annotation, Problem> {
  let told: Result<Annotation, Problem> = mean(scene.registry, tag, means)
  for (const [attribute, value] of Object.entries(attributes))
    if (told.ok) told = setAttribute(scene.codebook, told.value, { attribute, value })
  return told
}

/**
 * The new label keeps what it has a place for; links that its type does not allow any more go with the old one. The same
 * label once more says that it holds under the codebook as it is now, and changes nothing else.
 */
function relabel(
  scene: Scene,
  command: Asked<'relabel'>,
  stamp: Stamp,
): Result<readonly ArticleChange[], Problem> {
  const changed = edited(scene, command, stamp, (before) => {
    const codebook = scene.codebook.id
    if (before.label === command.label) return ok({ ...before, codebook })
    const kept = scene.codebook.attributes.filter(({ labels }) => labels.includes(command.label))
    const attributes = Object.fromEntries(
      Object.entries(before.attributes).filter(([id]) => kept.some((attribute) => attribute.id === id)),
    )
    const record = before.means === null ? undefined : Registry.of(scene.registry).get(before.means)
    const means = record && mayMean(command.label, record) ? before.means : null
    return ok({ ...before, label: command.label, attributes, means, codebook })
  })
  if (!changed.ok || changed.value.length === 0) return changed
  if (annotationIn(scene, command.annotation)?.label === command.label) return changed
  const lost = linksOf(scene, [command.annotation]).filter((record) => {
    const labelAt = (end: string) =>
      end === command.annotation ? command.label : annotationIn(scene, end)?.label
    return !mayJoin(scene.codebook, record.type, labelAt(record.from), labelAt(record.to))
  })
  return ok([...changed.value, ...lost.map((before) => gone(command.article, before))])
}

function link(scene: Scene, command: Asked<'link'>, stamp: Stamp): Result<ArticleChange[], Problem> {
  const { article, type, from, to } = command
  const [start, end] = [annotationIn(scene, from), annotationIn(scene, to)]
  if (!start || !end) return failed({ kind: 'not-there', what: 'annotation' })
  const linkType = scene.codebook.linkTypes.find((candidate) => candidate.id === type)
  if (!linkType) return failed({ kind: 'not-there', what: 'link-type' })
  if (linkType.retired) return failed({ kind: 'link-type-retired', phrase: linkType.phrase })
  if (from === to || !mayJoin(scene.codebook, type, start.label, end.label))
    return failed({ kind: 'link-not-allowed', type, from: start.label, to: end.label })
  const twin = linksOf(scene, [from]).some(
    (other) => other.type === type && other.from === from && other.to === to,
  )
  if (twin) return failed({ kind: 'already-linked' })
  const { newId, now } = stamp
  const after: Link = { is: 'link', id: newId(), created: now, modified: now, article, type, from, to }
  return ok([{ article, id: after.id, before: null, after }])
}

function remove(scene: Scene, command: Asked<'delete'>): Result<ArticleChange[], Problem> {
  const annotations = command.annotations.map((id) => annotationIn(scene, id))
  if (annotations.includes(undefined)) return failed({ kind: 'not-there', what: 'annotation' })
  const doomed = [
    ...linksOf(scene, command.annotations),
    ...annotations.filter((found) => found !== undefined),
  ]
  return ok(doomed.map((before) => gone(command.article, before)))
}

/** Being done twice is being done once. Two devices of one person can each have made a mark. */
function finish(scene: Scene, { article }: Asked<'finish'>, { newId, now }: Stamp): ArticleChange[] {
  if (ofKind(scene, 'done').length > 0) return []
  const after: Done = { is: 'done', id: newId(), created: now, modified: now, article }
  return [{ article, id: after.id, before: null, after }]
}

/** What is dismissed stays so, however often. */
function dismiss(scene: Scene, { article, lint }: Asked<'dismiss'>, { newId, now }: Stamp): ArticleChange[] {
  if (dismissals(scene, lint).length > 0) return []
  const after: Dismissed = { is: 'dismissed', id: newId(), created: now, modified: now, article, lint }
  return [{ article, id: after.id, before: null, after }]
}

/** As with done marks, there can be more than one. */
const dismissals = (scene: Scene, lint: string): Dismissed[] =>
  ofKind(scene, 'dismissed').filter((each) => each.lint === lint)

function edited(
  scene: Scene,
  command: { readonly article: string; readonly annotation: string },
  stamp: Stamp,
  edit: (before: Annotation) => Result<Annotation, Problem>,
): Result<readonly ArticleChange[], Problem> {
  const before = annotationIn(scene, command.annotation)
  if (!before) return failed({ kind: 'not-there', what: 'annotation' })
  const after = edit(before)
  if (!after.ok) return after
  if (JSON.stringify(after.value) === JSON.stringify(before)) return ok([])
  return ok([
    { article: command.article, id: before.id, before, after: { ...after.value, modified: stamp.now } },
  ])
}
