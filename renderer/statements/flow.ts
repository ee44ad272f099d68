import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import { v7 as uuid7 } from 'uuid'
import type { Annotation } from '../../data/model/records'
import { meansNobodyKey } from '../../data/lints/lint'
import { Registry } from '../../data/model/registry'
import type { LearntNames } from '../../data/record/evidence'
import type { Command } from '../../data/store/commands'
import type { AnyCommand, NewEntry, SingleCommand } from '../../data/store/registry-commands'
import { fold } from '../../data/text/fold'
import { learn, learntNow } from '../meaning/learnt'
import { asEntry, kindInWords, kindOf, newActor, newIssue, newPosition } from '../meaning/new-entry'
import { mayBeAlias } from '../meaning/pronouns'
import { alsoHere } from '../occurrences/here'
import { activeReader } from '../reader/active-reader'
import { carryOut, isRefusedInPast, say, select } from '../state/actions'
import { answered } from '../state/leaving'
import { store } from '../state/store'
import { isDismissed, linksAt, quoteOf } from '../state/tags'
import { hintLetters, MOST_HINTS } from './hint-letters'
import { spread } from './spread-hints'
import { isAnswered, questionsFor, type Beginning, type Question } from './questions'
import { waysBetween } from './asked/way'
import type { Answer, Scene } from './row'
import { canAnswer } from './rows'

/** Letters at a tag on the screen; its place is in pixels of what the reader scrolls. */
export interface Hint {
  readonly tag: Annotation
  readonly letters: string
  readonly left: number
  readonly top: number
}

/** What is being asked about a tag. */
export interface Asking {
  readonly tag: string
  readonly questions: readonly Question[]
  /** The question that is asked now, by its place. */
  readonly at: number
  /** Ends with the last question that has no answer yet, rather than asking all again. */
  readonly onlyMissing: boolean
  /** What was answered so far, in words. */
  readonly said: readonly string[]
  /** What entries were called, as it was known when one began: what is learnt meanwhile moves no row under the hand. */
  readonly learnt: LearntNames
}

interface Flow {
  readonly hints: { readonly purpose: 'select' | 'link'; readonly hints: readonly Hint[] } | null
  readonly asking: Asking | null
}

/** CSS pixels that letters need over their line. */
const ROOM = 12

/** What lies over the text to be chosen from: letters at the tags, or one question about the selected tag. */
export const flow = createStore<Flow>()(() => ({ hints: null, asking: null }))

export const useFlow = <T>(part: (state: Flow) => T): T => useStore(flow, part)

/** Takes all of it away. The keyboard goes back to the text, unless it is elsewhere already. */
export function leave(isElsewhere = false): void {
  flow.setState({ hints: null, asking: null })
  if (!isElsewhere) activeReader()?.focus()
}

/** The open article and what is known around it; `null` without one. */
export function sceneNow(): Scene | null {
  const { open, project } = store.getState()
  if (!open || !project) return null
  const { codebook, registry } = project
  return { article: open.article, records: open.mine.records, codebook, registry, learnt: learntNow() }
}

const mine = (id: string | null): Annotation | null => {
  const record = id === null ? undefined : store.getState().open?.mine.records.get(id)
  return record?.is === 'annotation' ? record : null
}

/** Asks about the selected tag. */
export function ask(from: Beginning): void {
  if (isRefusedInPast()) return
  const scene = sceneNow()
  const tag = mine(store.getState().selected)
  if (!scene || !tag)
    return say('Select one of your own tags first: J and K go through them, F goes to one by its letters.')
  const questions = questionsFor(scene.codebook, tag.label, from)
  if (questions.length === 0) return say('The codebook has nothing to ask there about a tag with this label.')
  void learn()
  const possible = questions.findIndex((question) => canAnswer(scene, question, tag))
  // Who wants to say who is told why that cannot be said, and not asked something else; a position may be a new one.
  const first = from === 'who' || questions[0]?.is === 'meaning' ? 0 : possible
  const onlyMissing = from !== 'values'
  flow.setState({
    hints: null,
    asking: { tag: tag.id, questions, at: Math.max(first, 0), onlyMissing, said: [], learnt: learntNow() },
  })
}

/** Asks for the value of one attribute of a tag of mine, and selects the tag. */
export function askValue(tag: string, id: string): void {
  if (isRefusedInPast()) return
  const attribute = store.getState().project?.codebook.attributes.find((each) => each.id === id)
  if (!attribute || !mine(tag)) return
  select(tag)
  const questions: Question[] = [{ is: 'value', attribute }]
  flow.setState({
    hints: null,
    asking: { tag, questions, at: 0, onlyMissing: false, said: [], learnt: learntNow() },
  })
}

/**
 * Says this about the tag, as one step, and asks on. Each answer is a thing said for itself, so each is undone for itself.
 * With `alsoCalled` who is meant is called by the tag's words from now on, in the same step.
 */
export function answer(given: Answer, words: string, alsoCalled = false): void {
  const { asking } = flow.getState()
  const tag = mine(asking?.tag ?? null)
  if (!asking || !tag) return leave()
  const { article } = tag
  const onTag = { article, annotation: tag.id }
  switch (given.is) {
    case 'tag': {
      const [way, ...others] = given.ways
      if (others.length === 0 && way) return answer({ is: 'way', way, other: given.other.id }, words)
      const question: Question = { is: 'way', ways: given.ways, other: given.other.id }
      const questions = asking.questions.toSpliced(asking.at, 1, question)
      return flow.setState({ asking: { ...asking, questions } })
    }
    case 'way': {
      const { way, other } = given
      const [from, to] = way.leaves ? [tag.id, other] : [other, tag.id]
      const end = mine(other)
      void take({ do: 'link', article, type: way.type, from, to })
      return goOn(asking, `${way.phrase} “${end ? quoteOf(end) : words}”`)
    }
    case 'naming': {
      const { actor, span, way } = given
      const label = way.others[0] ?? ''
      void take({ do: 'annotate', article, spans: [span], label })
      // The new tag is drawn and selected at once; refused, it is not, and that has been said.
      const made = store.getState().selected
      if (made === null || made === tag.id) return
      void take({ do: 'mean', article, annotation: made, means: actor })
      const [from, to] = way.leaves ? [tag.id, made] : [made, tag.id]
      void take({ do: 'link', article, type: way.type, from, to })
      select(tag.id)
      return goOn(asking, `${way.phrase} “${words}”`)
    }
    case 'new-actor': {
      const { name } = given
      const entry = newActor(name)
      const aliases = alsoCalled ? [quoteOf(tag)] : []
      void assignNew(onTag, [{ ...entry, ...(entry.is === 'actor' && { aliases }) }])
      return goOn(asking, `means ${name}, a new actor: ${kindInWords(kindOf(name))}`)
    }
    case 'new-position': {
      const questions = asking.questions.toSpliced(asking.at, 1, { is: 'issue', answer: given.answer })
      return flow.setState({ asking: { ...asking, questions } })
    }
    case 'issue': {
      const { issue, question, answer: position } = given
      void (issue === null
        ? assignNew(onTag, [newIssue(question), newPosition('', position)])
        : assignNew(onTag, [newPosition(issue, position)]))
      return goOn(asking, `means the new position “${position}”`)
    }
    case 'new-naming': {
      const { name, span, way } = given
      void take({ do: 'annotate', article, spans: [span], label: way.others[0] ?? '' })
      const made = store.getState().selected
      if (made === null || made === tag.id) return
      void assignNew({ article, annotation: made }, [newActor(name)])
      const [from, to] = way.leaves ? [tag.id, made] : [made, tag.id]
      void take({ do: 'link', article, type: way.type, from, to })
      select(tag.id)
      return goOn(asking, `${way.phrase} “${name}”, a new actor: ${kindInWords(kindOf(name))}`)
    }
    case 'cannot-tell': {
      const dismiss: Command = { do: 'dismiss', article, lint: given.lint }
      const isMeant = asking.questions[asking.at]?.is === 'meaning' && tag.means !== null
      const mean: Command = { do: 'mean', ...onTag, means: null }
      void take(isMeant ? { do: 'together', as: 'mend', commands: [mean, dismiss] } : dismiss)
      return goOn(asking, 'it cannot be told who is meant')
    }
    case 'means': {
      const called = alsoCalled ? callAlso(tag, given.means) : null
      const mean: Command = { do: 'mean', ...onTag, means: given.means }
      const heed = heedOf(tag)
      const more = [...(called ? [called] : []), ...heed]
      void take(more.length > 0 ? { do: 'together', as: 'assign-new', commands: [mean, ...more] } : mean)
      if (called) return goOn(asking, `means ${words}, also called “${quoteOf(tag)}”`)
      return goOn(asking, given.means === null ? 'means nobody any more' : `means ${words}`)
    }
    case 'value':
      void take({ do: 'set-attribute', ...onTag, attribute: given.attribute, value: given.value })
      if (given.stays) return
      return goOn(asking, words)
  }
}

/** Whoever says whom a tag means can tell after all. */
function heedOf({ article, id }: Pick<Annotation, 'article' | 'id'>): Command[] {
  const lint = meansNobodyKey(id)
  return isDismissedNow(lint) ? [{ do: 'heed', article, lint }] : []
}

const isDismissedNow = (lint: string): boolean => {
  const { open } = store.getState()
  return open !== null && isDismissed(open.mine.records, lint)
}

/** Makes entries and gives the last of them to the tag, as one step. A position without an issue answers the one before it. */
function assignNew(
  onTag: { readonly article: string; readonly annotation: string },
  entries: readonly NewEntry[],
): Promise<void> {
  const ids = entries.map(() => uuid7())
  const commands = entries.map((entry, i): SingleCommand => ({
    do: 'add-entry',
    id: ids[i]!,
    entry: entry.is === 'position' && i > 0 ? { ...entry, issue: ids[i - 1]! } : entry,
  }))
  const means = ids.at(-1) ?? null
  const mean: Command = { do: 'mean', ...onTag, means }
  const heed = heedOf({ article: onTag.article, id: onTag.annotation })
  return take({ do: 'together', as: 'assign-new', commands: [...commands, mean, ...heed] })
}

/** What calls an actor by the words of a tag from now on; `null` where they are no name for it, or one that it has. */
export function callAlso(tag: Annotation, means: string | null): SingleCommand | null {
  const registry = Registry.of(store.getState().project?.registry ?? [])
  const record = registry.actor(means)
  const words = quoteOf(tag)
  if (!record || !mayBeAlias(words)) return null
  const isKnown = registry.namesOf(record.id).some((name) => fold(name) === fold(words))
  if (isKnown) return null
  const entry = asEntry(record)
  return { do: 'edit-entry', entry: record.id, to: { ...entry, aliases: [...record.aliases, words] } }
}

/** Gives this meaning to all places of the article that say what the tag says, as one step, and asks no more. */
export async function answerEverywhere(given: Answer, name: string): Promise<void> {
  const { asking } = flow.getState()
  const tag = mine(asking?.tag ?? null)
  const scene = sceneNow()
  if (!tag || !scene) return leave()
  const id = given.is === 'new-actor' ? uuid7() : given.is === 'means' ? given.means : null
  if (id === null) return
  const { places, meaning } = alsoHere(scene.article, scene.records, tag)
  const make: SingleCommand[] =
    given.is === 'new-actor' ? [{ do: 'add-entry', id, entry: newActor(given.name) }] : []
  leave()
  const called = given.is === 'new-actor' ? given.name : name
  const commands = [...make, ...meaning(id), ...heedOf(tag)]
  if ((await carryOut({ do: 'together', as: 'tag-all', commands })) === null) return
  select(tag.id)
  say(`Tagged ${places.toLocaleString('en-GB')} × “${quoteOf(tag)}” as ${called}.`, true)
}

/** The last step that was sent, until it has been shown. */
let sent: Promise<void> = Promise.resolve()

/** Sends a step while the next question is asked already; one that cannot be taken is said, and ends the asking. */
const take = (command: AnyCommand): Promise<void> => (sent = taken(command))

async function taken(command: AnyCommand): Promise<void> {
  const changes = await carryOut(command)
  if (changes === null && flow.getState().asking !== null) leave()
}

/** Goes on to the next question without an answer to this one. */
export function skip(): void {
  const { asking } = flow.getState()
  if (asking) goOn(asking, null)
}

function goOn(asking: Asking, said: string | null): void {
  const scene = sceneNow()
  const tag = mine(asking.tag)
  const told = said === null ? asking.said : [...asking.said, said]
  const links = scene && tag ? linksAt(scene.records, tag.id) : []
  const isOpen = (question: Question) =>
    scene !== null &&
    tag !== null &&
    canAnswer(scene, question, tag) &&
    !(asking.onlyMissing && isAnswered(question, tag, links, isDismissedNow))
  const next = asking.questions.findIndex((question, i) => i > asking.at && isOpen(question))
  if (next >= 0) return flow.setState({ asking: { ...asking, at: next, said: told } })
  leave()
  if (told.length > 0) void sent.then(answered).then(() => say(`${capital(told.join('; '))}.`))
}

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1)

/**
 * Shows letters at the tags on the screen: to select one, or to link the selected tag, where only those get letters that
 * the codebook lets be linked with it.
 */
export function showHints(purpose: 'select' | 'link'): void {
  const reader = activeReader()
  const scene = sceneNow()
  if (!reader || !scene) return
  const { selected, open } = store.getState()
  const tag = mine(selected)
  if (purpose === 'link') {
    if (isRefusedInPast()) return
    if (!tag) return say('Select one of your own tags first. Then Shift+F links it with another one in view.')
  }
  const recordOf = (id: string) =>
    [open?.mine, ...(open?.others ?? [])].map((set) => set?.records.get(id)).find(Boolean)
  const caret = reader.caret ?? tag?.target[0]?.start ?? 0
  const apart = ({ target }: Annotation) => Math.abs((target[0]?.start ?? 0) - caret)
  const { left, top } = reader.scroller.getBoundingClientRect()
  const { scrollLeft, scrollTop } = reader.scroller
  const found = reader.tagsInView().flatMap(({ tag: { id }, line, isMirrored }) => {
    const record = purpose === 'link' ? mine(id) : recordOf(id)
    if (record?.is !== 'annotation') return []
    if (purpose === 'link' && tag && waysBetween(scene, tag, record).length === 0) return []
    const x = (isMirrored ? line.right - 16 : line.left) - left + scrollLeft
    // Over the first line in view there may be no room for it.
    const y = Math.max(line.top, top + ROOM)
    return [{ tag: record, left: x, top: y - top + scrollTop }]
  })
  if (found.length === 0)
    return say(
      purpose === 'link'
        ? 'No tag in view can be linked with the selected one. Scroll to it, or choose it in the inspector.'
        : 'There is no tag in view.',
    )
  const nearest = found.toSorted((a, b) => apart(a.tag) - apart(b.tag)).slice(0, MOST_HINTS)
  const letters = hintLetters(nearest.length)
  const hints = spread(nearest.map((place, i) => ({ ...place, letters: letters[i]! })))
  flow.setState({ asking: null, hints: { purpose, hints } })
}

/** Takes the tag whose letters were typed: selects it, or links the selected one with it. */
export function takeHint({ tag: other }: Hint): void {
  const purpose = flow.getState().hints?.purpose
  const scene = sceneNow()
  const tag = mine(store.getState().selected)
  leave()
  if (purpose === 'select') return select(other.id)
  if (!scene || !tag) return
  const ways = waysBetween(scene, tag, other)
  const questions: Question[] = [{ is: 'way', ways, other: other.id }]
  flow.setState({
    asking: { tag: tag.id, questions, at: 0, onlyMissing: true, said: [], learnt: learntNow() },
  })
  const [way] = ways
  if (way && ways.length === 1) answer({ is: 'way', way, other: other.id }, quoteOf(other))
}
