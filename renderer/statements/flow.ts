import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import type { Annotation } from '../../data/model/records'
import type { Command } from '../../data/store/commands'
import { activeReader } from '../reader/active-reader'
import { carryOut, isRefusedInPast, say, select } from '../state/actions'
import { answered } from '../state/leaving'
import { store } from '../state/store'
import { linksAt, quoteOf } from '../state/tags'
import { hintLetters, MOST_HINTS } from './hint-letters'
import { spread } from './spread-hints'
import { isAnswered, questionsFor, type Beginning, type Question } from './questions'
import { canAnswer, waysBetween, type Answer, type Scene } from './rows'

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
  return { article: open.article, records: open.mine.records, codebook, registry }
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
  const possible = questions.findIndex((question) => canAnswer(scene, question, tag))
  // Who wants to say who is told why that cannot be said, and not asked something else.
  const first = from === 'who' ? 0 : possible
  const onlyMissing = from !== 'values'
  flow.setState({
    hints: null,
    asking: { tag: tag.id, questions, at: Math.max(first, 0), onlyMissing, said: [] },
  })
}

/** Says this about the tag, as one step, and asks on. Each answer is a thing said for itself, so each is undone for itself. */
export function answer(given: Answer, words: string): void {
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
    case 'means':
      void take({ do: 'mean', ...onTag, means: given.means })
      return goOn(asking, given.means === null ? 'means nobody any more' : `means ${words}`)
    case 'value':
      void take({ do: 'set-attribute', ...onTag, attribute: given.attribute, value: given.value })
      return goOn(asking, words)
  }
}

/** Sends a step while the next question is asked already; one that cannot be taken is said, and ends the asking. */
async function take(command: Command): Promise<void> {
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
    !(asking.onlyMissing && isAnswered(question, tag, links))
  const next = asking.questions.findIndex((question, i) => i > asking.at && isOpen(question))
  if (next >= 0) return flow.setState({ asking: { ...asking, at: next, said: told } })
  leave()
  if (told.length > 0) void answered().then(() => say(`${capital(told.join('; '))}.`))
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
  flow.setState({ asking: { tag: tag.id, questions, at: 0, onlyMissing: true, said: [] } })
  const [way] = ways
  if (way && ways.length === 1) answer({ is: 'way', way, other: other.id }, quoteOf(other))
}
