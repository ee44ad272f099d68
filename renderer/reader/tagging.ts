import { allows, attributesFor, presetsFor } from '../../data/model/codebook'
import { activeLabels } from '../../data/model/labels-in-force'
import type { Annotation } from '../../data/model/records'
import { normaliseSpans, overlap, without, type Span } from '../../data/model/span'
import { trimmed } from '../../data/text/units'
import { wordAt } from '../../data/text/words'
import { carryOut, isRefusedInPast, reshape, say } from '../state/actions'
import { store } from '../state/store'
import { quoteOf } from '../state/tags'
import { activeReader } from './active-reader'

/** The tag that was made last, for tagging again: as it was made, and its id, since it may have been told more since. */
let last: Annotation | null = null

/** The selected tag, if it is mine and can be changed. */
export function mySelected(): Annotation | null {
  const { open, selected } = store.getState()
  const tag = selected === null ? undefined : open?.mine.records.get(selected)
  return tag?.is === 'annotation' ? tag : null
}

const picked = (): Span | null => activeReader()?.picked ?? null

/** The words that a label's key means without a selection: the word at the caret. */
function wordAtCaret(): Span | null {
  const view = activeReader()
  const caret = view?.reading.caret ?? null
  return view && caret !== null ? wordAt(view.text.text, caret) : null
}

/** Whether the caret stands in or at the end of the selected tag. */
function isAtSelected(): boolean {
  const caret = activeReader()?.reading.caret ?? null
  const tag = mySelected()
  return caret !== null && tag !== null && tag.target.some(({ start, end }) => start <= caret && caret <= end)
}

/** Whether a label's key has something to work on. Without a selection it needs the focus in the text. */
export const canLabel = (): boolean =>
  picked() !== null || (isReading() && (isAtSelected() || wordAtCaret() !== null))

const isReading = (): boolean =>
  store.getState().preferences?.letterKeys !== false &&
  document.activeElement?.matches('.text, .text ~ .layer *') === true

/**
 * What a label's key does: it tags the selected words; without any it gives the label to the selected tag when the
 * caret is at it, so that a wrong key is put right by the right one; elsewhere it tags the word at the caret.
 */
export async function label(id: string): Promise<void> {
  const words = picked()
  if (words) return tag([words], { label: id })
  const selected = mySelected()
  if (selected && isAtSelected()) {
    if (selected.label === id || isRefusedInPast()) return
    await carryOut({ do: 'relabel', article: selected.article, annotation: selected.id, label: id })
    return
  }
  const word = wordAtCaret()
  if (word) await tag([word], { label: id })
}

/** Tags the selected words. */
export async function tagPicked(id: string): Promise<void> {
  const words = picked()
  if (words) await tag([words], { label: id })
}

/** Tags words, which are let go once the tag is on the screen: a key pressed twice makes one tag. */
async function tag(
  spans: readonly Span[],
  as: Pick<Annotation, 'label'> & Partial<Pick<Annotation, 'attributes' | 'means'>>,
): Promise<void> {
  const { open, project } = store.getState()
  const article = open?.article.id
  if (!article || !project || isRefusedInPast()) return
  const attributes = { ...presetsFor(project.codebook, as.label), ...as.attributes }
  const told = Object.keys(attributes).length > 0 ? { ...as, attributes } : as
  const changes = await carryOut({ do: 'annotate', article, spans, ...told }, () => {
    last = mySelected()
    activeReader()?.dropSelection()
  })
  if (!changes) takeUpAgain(article, spans)
}

/** A step was refused: the words are selected again that were let go for it, unless one has gone on. */
function takeUpAgain(article: string, spans: readonly Span[]): void {
  const view = activeReader()
  const last = spans.at(-1)
  if (!view || !last || store.getState().open?.article.id !== article) return
  if (view.picked === null && view.reading.caret === last.end) view.reading.select(last)
}

/** The label that `.` gives; `null` before the first tag, or when the codebook has it no more. */
export function repeatedLabel(): string | null {
  const like = lastTag()
  const { project } = store.getState()
  return (project && activeLabels(project.codebook).find(({ id }) => id === like?.label)?.id) ?? null
}

/** The last tag as it is now, if it is still there, or else as it was made. */
function lastTag(): Annotation | null {
  const now = last && store.getState().open?.mine.records.get(last.id)
  return now?.is === 'annotation' ? now : last
}

/**
 * Tags the selected words as the last tag: with its label and what was chosen for it from lists, scales and dates. How
 * sure the annotator was of it belongs to that tag alone, and so do words that were written; whom it means is repeated
 * only for the same words.
 */
export async function repeatTag(): Promise<void> {
  const like = lastTag()
  const words = picked()
  const view = activeReader()
  const { project } = store.getState()
  if (!like || !words || !view || !project || repeatedLabel() === null) return
  const kept = attributesFor(project.codebook, like.label).filter(
    ({ id, type }) => type !== 'text' && id !== 'confidence',
  )
  const attributes = Object.fromEntries(
    kept.flatMap((attribute) => {
      const value = like.attributes[attribute.id]
      return value !== undefined && allows(attribute, value) ? [[attribute.id, value]] : []
    }),
  )
  const isSame = quoteOf(like).toLowerCase() === inOneLine(view.text.text, words).toLowerCase()
  await tag([words], { label: like.label, attributes, means: isSame ? like.means : null })
}

const inOneLine = (text: string, { start, end }: Span): string => text.slice(start, end).replace(/\s+/gu, ' ')

/** Takes the words of the selected tag as the selection, to be changed; again: those of its next part. */
export function startReshaping(): void {
  const tag = mySelected()
  const view = activeReader()
  if (!tag || !view || isRefusedInPast()) return
  const { reshaping } = store.getState()
  const caret = view.reading.caret
  const atCaret = tag.target.findIndex(({ start, end }) => caret !== null && start <= caret && caret <= end)
  const part = reshaping?.tag === tag.id ? (reshaping.part + 1) % tag.target.length : Math.max(0, atCaret)
  view.focus()
  view.reading.select(tag.target[part]!)
  reshape({ tag: tag.id, part })
}

/** Whether the selected words can be given to the selected tag: they touch it, or were its own. */
export function canGive(words: Span | null): boolean {
  const tag = mySelected()
  if (!tag || !words) return false
  return store.getState().reshaping?.tag === tag.id || tag.target.some((range) => overlap(range, words))
}

/** Gives the selected tag the selected words: in place of the part that is being changed, or else of all it has. */
export async function giveWords(): Promise<void> {
  const words = picked()
  const tag = mySelected()
  if (!words || !tag || !canGive(words)) return
  const { reshaping } = store.getState()
  const parts = tag.target.map((range, i) => (i === reshaping?.part ? words : range))
  await move(tag, reshaping?.tag === tag.id ? normaliseSpans(parts) : [words])
}

/** Adds the selected words to the selected tag, as a part of their own where they stand apart. */
export async function addWords(): Promise<void> {
  const words = picked()
  const tag = mySelected()
  if (words && tag) await move(tag, normaliseSpans([...tag.target, words]))
}

/** Whether the selected words hold some of the selected tag's. */
export function canTakeOut(words: Span | null): boolean {
  const tag = mySelected()
  return tag !== null && words !== null && tag.target.some((range) => overlap(range, words))
}

/** Takes the selected words out of the selected tag, which leaves two parts of one that held them inside. */
export async function takeOutWords(): Promise<void> {
  const words = picked()
  const tag = mySelected()
  const view = activeReader()
  if (!words || !tag || !view || !canTakeOut(words)) return
  const left = without(tag.target, words).flatMap((span) => trimmedOf(view.text.text, span))
  if (left.length === 0) {
    say('Nothing would be left of the tag, so it stays as it is. Delete removes it.')
    return
  }
  await move(tag, left)
}

/** Moves a tag of mine to other words, as one step. Says whether it was done. */
export async function move(tag: Annotation, spans: readonly Span[]): Promise<boolean> {
  if (isRefusedInPast()) return false
  const plain = spans.map(({ start, end }) => ({ start, end }))
  const command = { do: 'move', article: tag.article, annotation: tag.id, spans: plain } as const
  const words = picked()
  const changes = await carryOut(command, () => {
    reshape(null)
    activeReader()?.dropSelection()
  })
  if (!changes && words) takeUpAgain(tag.article, [words])
  return changes !== null
}

/** What is left of a span beside the white space at its ends; nothing where there is no more. */
function trimmedOf(text: string, span: Span): Span[] {
  const inside = trimmed(text, span)
  return inside.start < inside.end ? [inside] : []
}

/** With a sticky label: tags what was selected, whether by the mouse or, when Enter says so, by key. */
export async function tagSticky(): Promise<void> {
  const { sticky } = store.getState()
  if (sticky !== null) await tagPicked(sticky)
}
