import { allows, wordValue, type Attribute } from '../../../data/model/codebook'
import type { Annotation, AttributeValue } from '../../../data/model/records'
import { entryName, Registry } from '../../../data/model/registry'
import { isWritten } from '../../../data/model/written-value'
import { Meanings, nothingLearnt, type Entry } from '../../meaning/meanings'
import { annotationsIn } from '../../state/tags'
import { MOST, plain, type Asked, type Row, type Scene } from '../row'
import { lettersFor } from '../row-letters'
import { chosenIn, turned } from '../several'
import { recordRow } from './common-rows'
import { sought } from './sought'

/** What an attribute of the tag can be. */
export function askedValue(scene: Scene, attribute: Attribute, tag: Annotation): Asked {
  const { id } = attribute
  if (attribute.type === 'entry') return askedEntry(scene, attribute, tag)
  if (attribute.type === 'choices') return askedChoices(attribute, tag)
  const now = tag.attributes[id]
  const row = (value: AttributeValue, letter: string | null = null, beside: string | null = null): Row => ({
    ...plain,
    id: `${typeof value} ${String(value)}`,
    name: wordValue(attribute, value),
    letter,
    beside,
    isCurrent: value === now,
    answer: { is: 'value', attribute: id, value },
  })
  if (isWritten(attribute)) {
    const values = writtenValues(scene, attribute, tag)
    const find = sought(values, ({ value }) => [wordValue(attribute, value)])
    return (typed) => [{ title: null, rows: find(typed).map(({ item }) => row(item.value, null, item.from)) }]
  }
  const values = chosenValues(attribute)
  const names = values.map((value) => wordValue(attribute, value))
  const letters = values.length > 9 ? [] : lettersFor(names)
  const rows = values.map((value, i) => row(value, letters[i] ?? null))
  const find = sought(rows, ({ name }) => [name])
  return (typed) => [
    { title: null, rows: find(typed).map(({ item }) => item) },
    ...(now === undefined || typed !== '' ? [] : [{ title: null, rows: [unsetRow(id)] }]),
  ]
}

const unsetRow = (attribute: string): Row => ({
  ...plain,
  id: 'unset',
  name: 'Not set',
  answer: { is: 'value', attribute, value: null },
})

/** An entry of the registries, found as what a tag means is found. */
function askedEntry(scene: Scene, { id, of }: Extract<Attribute, { type: 'entry' }>, tag: Annotation): Asked {
  const registry = Registry.of(scene.registry)
  const meanings = Meanings.of(scene.registry, scene.learnt ?? nothingLearnt, of)
  const now = tag.attributes[id]
  const current = typeof now === 'string' ? registry.get(now)?.id : undefined
  const row = (item: Entry, name: string): Row => ({
    ...recordRow(scene, item, name),
    isCurrent: item.id === current,
    answer: { is: 'value', attribute: id, value: item.id },
  })
  return (typed) => [
    {
      title: null,
      rows:
        typed.trim() === ''
          ? meanings.entries.slice(0, MOST).map((item) => row(item, entryName(item)))
          : meanings.find(typed, MOST).map(({ item, name }) => row(item, name)),
    },
    { title: null, rows: now === undefined || typed !== '' ? [] : [unsetRow(id)] },
  ]
}

/** Several options: each is turned on or off, and the question stays until one goes on. */
function askedChoices(attribute: Extract<Attribute, { type: 'choices' }>, tag: Annotation): Asked {
  const { id, options } = attribute
  const letters = options.length > 9 ? [] : lettersFor(options.map(({ name }) => name))
  const rows = options.map(({ value, name }, i): Row => ({
    ...plain,
    id: `option ${value}`,
    name,
    letter: letters[i] ?? null,
    isCurrent: chosenIn(tag, id).includes(value),
    answer: { is: 'value', attribute: id, value: turned(attribute, tag, value), stays: true },
  }))
  const find = sought(rows, ({ name }) => [name])
  return (typed) => [
    { title: null, rows: find(typed).map(({ item }) => item) },
    { title: null, rows: chosenIn(tag, id).length === 0 || typed !== '' ? [] : [unsetRow(id)] },
  ]
}

const chosenValues = (attribute: Attribute): AttributeValue[] => {
  if (attribute.type === 'choice') return attribute.options.map(({ value }) => value)
  if (attribute.type !== 'scale') return []
  return Array.from({ length: attribute.max - attribute.min + 1 }, (_, i) => attribute.min + i)
}

/** What one may want to write: for a date those of the article, then what other tags of it have there, latest first. */
function writtenValues({ article, records }: Scene, attribute: Attribute, tag: Annotation) {
  const dates =
    attribute.type === 'date'
      ? [
          [article.dateline?.date, 'dateline'],
          [article.published?.slice(0, 10), 'published'],
        ]
      : []
  const used = [...annotationsIn(records)]
    .filter(({ id }) => id !== tag.id)
    .toSorted((a, b) => (a.modified < b.modified ? 1 : -1))
    .map((other) => [other.attributes[attribute.id], null] as const)
  const found = new Map<AttributeValue, string | null>()
  for (const [value, from] of [...dates, ...used])
    if (value != null && allows(attribute, value) && !found.has(value)) found.set(value, from ?? null)
  return [...found].map(([value, from]) => ({ value, from }))
}
