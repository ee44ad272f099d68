import type { Annotation } from '../../../data/model/records'
import { entryName, Registry } from '../../../data/model/registry'
import { fold } from '../../../data/text/fold'
import { Names } from '../../../data/text/fuzzy'
import { Meanings, nothingLearnt, type Entry } from '../../meaning/meanings'
import { kindInWords, kindOf } from '../../meaning/new-entry'
import { mayBeAlias } from '../../meaning/pronouns'
import { annotationsIn, quoteOf } from '../../state/tags'
import { counted } from '../../ui/words'
import { MOST, plain, type Answer, type Asked, type Row, type Scene, type Section } from '../row'
import { cannotTell, newPositions, recordRow } from './common-rows'
import { once } from './sought'

/** Of those whose names are like the words of a tag. */
const ALIKE = 5

/** Which actor or position the tag means: who was called so, whom the article speaks of, then all others. */
export function askedMeaning(scene: Scene, of: 'actor' | 'position', tag: Annotation): Asked {
  const registry = Registry.of(scene.registry)
  const meanings = Meanings.of(scene.registry, scene.learnt ?? nothingLearnt, of)
  const words = quoteOf(tag)
  const here = meantHere(scene, of, tag)
  const alike = of === 'actor' ? meanings.find(words, ALIKE).map(({ item }) => item) : []
  const called = [...new Set([...calledFirst(here, words), ...meanings.called(words), ...alike])]
  const findHere = once(() => new Names([...here.keys()], ({ id }) => registry.namesOf(id)))
  const isCalled = new Set(called)

  const row = (record: Entry, found: string): Row => {
    const tagsHere = here.get(record)?.tags ?? 0
    const tags = meanings.tagsOf(record.id)
    return {
      ...recordRow(scene, record, found),
      aside:
        tagsHere > 0
          ? `${counted(tagsHere, 'tag')} here`
          : tags > 0
            ? `${counted(tags, 'tag')} in all`
            : null,
      isCurrent: record.id === registry.get(tag.means)?.id,
      answer: { is: 'means', means: record.id },
    }
  }
  const asItself = (record: Entry) => row(record, entryName(record))
  const fits = ({ item, name }: { readonly item: Entry; readonly name: string }) => row(item, name)
  /** With nothing typed: who is or was called so, whom the article speaks of besides, and the others. */
  const atFirst = once((): readonly Section[] => [
    { title: 'Called so', rows: called.slice(0, MOST).map(asItself) },
    {
      title: 'In this article',
      rows: [...here.keys()]
        .filter((entry) => !isCalled.has(entry))
        .slice(0, MOST)
        .map(asItself),
    },
    {
      title: 'In the project',
      rows: meanings.entries
        .slice(0, MOST + here.size + called.length)
        .filter((entry) => !isCalled.has(entry) && !here.has(entry))
        .slice(0, MOST)
        .map(asItself),
    },
  ])
  const found = (typed: string): readonly Section[] => [
    { title: 'In this article', rows: findHere().find(typed, MOST).map(fits) },
    {
      title: 'In the project',
      rows: meanings
        .find(typed, MOST + here.size)
        .filter(({ item }) => !here.has(item))
        .slice(0, MOST)
        .map(fits),
    },
  ]
  return (typed) => [
    ...(typed.trim() === '' ? atFirst() : found(typed)),
    {
      title: null,
      rows: [
        ...(of === 'actor' ? newActors(typed, words) : newPositions(typed, words)),
        cannotTell(
          scene,
          { is: 'meaning', of },
          tag,
          of === 'actor' ? 'Cannot tell who is meant' : 'Cannot tell which is meant',
        ),
        ...(tag.means === null ? [] : [nobody]),
      ],
    },
  ]
}

interface MeantHere {
  readonly tags: number
  /** Folded words of the tags that mean it, and how many stand on them. */
  readonly words: ReadonlyMap<string, number>
}

/** What other tags of the article mean, the one that was said last before all. */
function meantHere(scene: Scene, of: 'actor' | 'position', tag: Annotation): ReadonlyMap<Entry, MeantHere> {
  const registry = Registry.of(scene.registry)
  const here = new Map<Entry, { tags: number; words: Map<string, number> }>()
  const others = [...annotationsIn(scene.records)].filter(({ means, id }) => means !== null && id !== tag.id)
  for (const other of others.toSorted((a, b) => (a.modified < b.modified ? 1 : -1))) {
    const entry = of === 'actor' ? registry.actor(other.means) : registry.position(other.means)
    if (!entry) continue
    const known = here.get(entry) ?? { tags: 0, words: new Map<string, number>() }
    const words = fold(quoteOf(other))
    known.tags++
    known.words.set(words, (known.words.get(words) ?? 0) + 1)
    here.set(entry, known)
  }
  return here
}

/** Those whose tags in the article stand on these words, the one with most of them first. */
function calledFirst(here: ReadonlyMap<Entry, MeantHere>, words: string): readonly Entry[] {
  const folded = fold(words)
  const timesOf = (entry: Entry) => here.get(entry)?.words.get(folded) ?? 0
  return [...here.keys()].filter((entry) => timesOf(entry) > 0).toSorted((a, b) => timesOf(b) - timesOf(a))
}

/** A new actor called as was typed; with nothing typed, as the words of the tag, if these can be a name. */
function newActors(typed: string, words: string): readonly Row[] {
  const name = typed.trim() || (mayBeAlias(words) ? words : '')
  if (name === '') return []
  const answer: Answer = { is: 'new-actor', name }
  return [
    {
      ...plain,
      id: 'new',
      name: `New actor “${name}”`,
      beside: kindInWords(kindOf(name)),
      icon: 'plus',
      answer,
    },
  ]
}

const nobody: Row = {
  ...plain,
  id: 'nobody',
  name: 'None of these',
  beside: 'takes back what it means',
  answer: { is: 'means', means: null },
}
