import type { Annotation, RegistryRecord } from '../../../data/model/records'
import { Registry } from '../../../data/model/registry'
import { startOf } from '../../../data/model/text-order'
import { rolesOf } from '../../../data/record/roles'
import type { Way } from '../../inspector/link-ways'
import { kindInWords, kindOf } from '../../meaning/new-entry'
import type { Entry } from '../../meaning/meanings'
import { annotationsIn, quoteOf } from '../../state/tags'
import { choicesFor, NEAR, type Choice } from '../choices'
import { findNaming } from '../find-naming'
import type { Question } from '../questions'
import { MOST, plain, type Asked, type Row, type Scene } from '../row'
import { around } from './around'
import { cannotTell, newPositions, recordRow } from './common-rows'
import { once, sought } from './sought'

/** Tags that can be linked with the tag, then what the project has that no tag here means, then what it has not. */
export function askedTag(scene: Scene, question: Extract<Question, { is: 'tag' }>, tag: Annotation): Asked {
  const { asks, ways } = question
  const registry = Registry.of(scene.registry)
  const near = choicesFor(scene, tag, asks, ways, NEAR)
  const everywhere = once(() => sought(choicesFor(scene, tag, asks, ways), ({ names }) => names))
  const findHere = (typed: string) =>
    typed.trim() === '' ? near.slice(0, MOST).map((item) => ({ item, name: item.name })) : everywhere()(typed)
  const labels = new Set(ways.flatMap(({ others }) => others))
  const ends = [...annotationsIn(scene.records)].filter(({ label }) => labels.has(label))
  const isTagged = new Set(ends.flatMap(({ means }) => (means === null ? [] : registry.countsAs(means))))
  const entries = asks === 'who' ? registry.actors : byLastUse(scene, tag, registry.positions)
  const findElsewhere = sought(
    entries.filter(({ id }) => !isTagged.has(id)),
    ({ id }) => registry.namesOf(id),
  )
  const [way] = ways

  /** An actor of the project is looked for in the text when one asks for it by name. */
  const actors = (typed: string) =>
    typed.trim() === '' || !way
      ? []
      : findElsewhere(typed).map(({ item, name }) => namingRow(scene, item, name, { tag, ends, way }))
  const positions = (typed: string) =>
    tag.label === scene.codebook.labels[0]?.id
      ? []
      : findElsewhere(typed).map(({ item, name }): Row => ({
          ...recordRow(scene, item, name),
          answer: { is: 'means', means: item.id },
        }))
  /** What is always there: one that the project does not have, and that nobody can tell. */
  const besides = (typed: string, hasFound: boolean): readonly Row[] => {
    if (asks === 'what') return tag.label === scene.codebook.labels[0]?.id ? [] : newPositions(typed)
    const made = way ? newNamings(scene, typed, { tag, ends, way }) : []
    return [
      ...made.filter(({ answer }) => answer !== null || !hasFound),
      ...(isClaim(scene, tag) ? [cannotTell(scene, question, tag, 'Cannot tell who')] : []),
    ]
  }
  return (typed) => {
    const here = findHere(typed).map(({ item, name }) => tagRow(scene, item, name, ways))
    const elsewhere = asks === 'who' ? actors(typed) : positions(typed)
    return [
      { title: 'In this article', rows: here },
      { title: 'In the project', rows: elsewhere },
      { title: null, rows: besides(typed, here.length + elsewhere.length > 0) },
    ]
  }
}

/** Whether a lint would ask who makes it. */
const isClaim = ({ codebook }: Scene, { label }: Annotation): boolean =>
  rolesOf(codebook).get(label) === 'claim'

/** A new actor called as was typed; the words nearest to the tag that say so get a tag. */
function newNamings(scene: Scene, typed: string, { tag, ends, way }: NamingContext): readonly Row[] {
  const name = typed.trim()
  if (name === '') return []
  const taken = ends.flatMap(({ target }) => target)
  const span = findNaming(scene.article.text, [name], startOf(tag), taken)
  const row: Row = { ...plain, id: 'new', name: `New actor “${name}”`, icon: 'plus', answer: null }
  return [
    span
      ? {
          ...row,
          beside: `${kindInWords(kindOf(name))}, named here, gets a tag`,
          under: around(scene.article.text, span),
          answer: { is: 'new-naming', name, span, way },
        }
      : { ...row, beside: 'not named here: tag the words that mean it' },
  ]
}

interface NamingContext {
  readonly tag: Annotation
  /** Tags of actors in the article. */
  readonly ends: readonly Annotation[]
  readonly way: Way
}

/** An actor of the project that no tag here means; taken, the words nearest to the tag that name it get one. */
function namingRow(
  scene: Scene,
  record: RegistryRecord,
  found: string,
  { tag, ends, way }: NamingContext,
): Row {
  const { text } = scene.article
  const taken = ends.flatMap(({ target }) => target)
  const span = findNaming(text, Registry.of(scene.registry).namesOf(record.id), startOf(tag), taken)
  const row = recordRow(scene, record, found)
  return span
    ? {
        ...row,
        beside: 'named here, gets a tag',
        under: around(text, span),
        answer: { is: 'naming', actor: record.id, span, way },
      }
    : { ...row, beside: 'not named here: tag the words that mean it', answer: null }
}

function tagRow(scene: Scene, choice: Choice, found: string, ways: readonly Way[]): Row {
  const { tag, name, count } = choice
  const [range] = tag.target
  const possible = ways.filter(({ others }) => others.includes(tag.label))
  const alias = found === name ? null : `also “${found}”`
  return {
    ...plain,
    id: tag.id,
    name,
    isQuote: name === quoteOf(tag),
    beside: alias ?? (count > 1 ? `${count} tags` : null),
    under: range ? around(scene.article.text, range) : null,
    answer: { is: 'tag', other: tag, ways: possible },
  }
}

/** Those first that other tags of the article mean, the one that was said last before all; the others as they are. */
function byLastUse<E extends Entry>(
  { records, registry }: Scene,
  tag: Annotation,
  entries: readonly E[],
): readonly E[] {
  const used = [...annotationsIn(records)]
    .filter(({ means, id }) => means !== null && id !== tag.id)
    .toSorted((a, b) => (a.modified < b.modified ? 1 : -1))
    .map(({ means }) => Registry.of(registry).get(means)?.id)
  const places = new Map([...new Set(used)].map((id, i) => [id, i]))
  const placeOf = ({ id }: E) => places.get(id) ?? places.size
  return entries.toSorted((a, b) => placeOf(a) - placeOf(b))
}
