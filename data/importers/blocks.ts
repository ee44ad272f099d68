import type { Block, BlockType } from '../model/article'
import { knownAgency } from './agencies'
import { isBoilerplate } from './boilerplate'
import { bylineOf, openingByline } from './byline'
import { isCaption } from './captions'
import { dateLineOf, type DateLine } from './date-line'
import { datelineOf, type Dateline } from './dateline'
import { mayBeHeadline, mayBeSubhead } from './headline'
import { numberOfItem, startsWithBullet } from './lists'
import { paragraphsOf, type Paragraph } from './paragraphs'

/** The blocks of a text, and what was read in them on the way. */
export interface Structure {
  readonly blocks: readonly Block[]
  /** What the first dateline says. */
  readonly dateline: Dateline | null
  /** What a line with only a date says. */
  readonly dateLine: DateLine | null
  readonly authors: string | null
}

/** Above the report: headline, byline, date. No text has more such lines. */
const MOST_HEAD_LINES = 12
/** Among how many paragraphs a dateline may still come, a summary standing first. */
const DATELINE_WITHIN = 3
/** Only so many paragraphs are looked at; what comes after them in a huge file is plain paragraphs. */
const MOST_LOOKED_AT = 50_000
/** How many code units of each. Every recogniser leaves paragraphs alone that are as long. */
const LOOKED_AT = 700

/** A paragraph while its type is being found. */
interface Draft extends Paragraph {
  type: BlockType
  /** The start, which tells its type; enough of it to see that it is long. */
  readonly words: string
}

/**
 * Cuts a text with `\n` newlines into blocks: whole lines, except that a dateline or byline at the start of a paragraph
 * ends where the paragraph goes on. Between blocks stands only white space. Types are guesses; `paragraph` is the one
 * that nothing else was found for. Linear in the length of the text.
 */
export function structureOf(text: string): Structure {
  const paragraphs = paragraphsOf(text)
  const drafts = paragraphs.slice(0, MOST_LOOKED_AT).map((paragraph) => draftOf(text, paragraph))
  markLists(drafts)
  const head = markHead(drafts)
  const bodyFrom = bodyStart(drafts)
  markHeadlines(drafts, bodyFrom)

  const opening = head.dateline ? null : findOpening(text, drafts, bodyFrom)
  const blocks = drafts.flatMap((draft, i) => (i === opening?.at ? opening.blocks : [blockOf(draft)]))
  for (const { start, end, wrapped } of paragraphs.slice(MOST_LOOKED_AT))
    blocks.push(blockOf({ type: 'paragraph', start, end, wrapped }))
  return {
    blocks,
    dateline: head.dateline ?? opening?.dateline ?? null,
    dateLine: head.dateLine,
    authors: head.authors ?? opening?.authors ?? null,
  }
}

const blockOf = ({ type, start, end, wrapped }: Pick<Draft, 'type' | 'start' | 'end' | 'wrapped'>): Block =>
  wrapped ? { type, start, end, wrapped } : { type, start, end }

function draftOf(text: string, paragraph: Paragraph): Draft {
  const words = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + LOOKED_AT))
  const type = isBoilerplate(words) ? 'boilerplate' : isCaption(words) ? 'caption' : 'paragraph'
  return { ...paragraph, type, words }
}

/** Bulleted lines, and lines numbered one after the other. */
function markLists(drafts: Draft[]): void {
  let last: { at: number; number: number } | null = null
  for (const [i, draft] of drafts.entries()) {
    if (draft.type !== 'paragraph') continue
    if (startsWithBullet(draft.words)) draft.type = 'list'
    const number = numberOfItem(draft.words)
    if (number === null) continue
    if (last?.at === i - 1 && last.number === number - 1) {
      draft.type = 'list'
      drafts[i - 1]!.type = 'list'
    }
    last = { at: i, number }
  }
}

/** Lines near the start that are nothing but a byline, a date or a dateline. */
function markHead(drafts: readonly Draft[]): Omit<Structure, 'blocks'> {
  let dateline: Dateline | null = null
  let dateLine: DateLine | null = null
  let authors: string | null = null
  for (const draft of drafts.slice(0, MOST_HEAD_LINES)) {
    if (draft.type !== 'paragraph') continue
    const byline = bylineOf(draft.words)
    const date = dateLineOf(draft.words)
    const place = byline || date ? null : datelineOf(draft.words)
    if (byline || knownAgency(draft.words)) draft.type = 'byline'
    else if (date || (place && place.end >= draft.words.trimEnd().length)) draft.type = 'dateline'
    authors ??= byline?.authors ?? null
    dateLine ??= date
    if (draft.type === 'dateline') dateline ??= place
  }
  return { dateline, dateLine, authors }
}

/**
 * Where the report itself begins: the first paragraph that ends as sentences do, is long, or has a dateline. -1 when
 * only short lines are found, since then nothing tells a headline from verse.
 */
const bodyStart = (drafts: readonly Draft[]): number =>
  drafts
    .slice(0, MOST_HEAD_LINES)
    .findIndex(({ type, words }) => type === 'paragraph' && (datelineOf(words) || !mayBeHeadline(words)))

/** The first short line above the report is its headline, other short lines are subheads, those further down too. */
function markHeadlines(drafts: readonly Draft[], bodyFrom: number): void {
  if (bodyFrom < 0) return
  let type: BlockType = 'headline'
  for (const [i, draft] of drafts.entries()) {
    if (draft.type !== 'paragraph') continue
    if (i < bodyFrom) {
      draft.type = type
      type = 'subhead'
    } else if (!draft.wrapped && mayBeSubhead(draft.words) && headsWhatFollows(drafts, i))
      draft.type = 'subhead'
  }
}

/** A line in the report heads what follows if that is a list or a longer paragraph. */
function headsWhatFollows(drafts: readonly Draft[], at: number): boolean {
  const next = drafts[at + 1]
  if (!next) return false
  const { type, words } = next
  return (
    type === 'list' ||
    (type === 'paragraph' && words.length > drafts[at]!.words.length && !mayBeSubhead(words))
  )
}

interface Opening extends Pick<Structure, 'dateline' | 'authors'> {
  /** The index of the paragraph. */
  readonly at: number
  readonly blocks: readonly Block[]
}

/** The paragraph that shares its first line with a byline or a dateline, cut into its blocks. */
function findOpening(text: string, drafts: readonly Draft[], bodyFrom: number): Opening | null {
  if (bodyFrom < 0) return null
  const until = Math.min(drafts.length, bodyFrom + DATELINE_WITHIN)
  for (let at = bodyFrom; at < until; at++) {
    const draft = drafts[at]!
    if (draft.type !== 'paragraph') continue
    const byline = at === bodyFrom ? openingByline(draft.words) : null
    const afterByline = byline?.end ?? 0
    const dateline = datelineOf(draft.words.slice(afterByline))
    if (!byline && !dateline) continue

    const cut = draft.start + afterByline
    const body = cut + (dateline?.end ?? 0)
    const wrapped = draft.wrapped && text.slice(body, draft.end).includes('\n')
    const blocks: Block[] = []
    if (byline) blocks.push({ type: 'byline', start: draft.start, end: cut })
    if (dateline) blocks.push({ type: 'dateline', start: cut, end: body })
    blocks.push(blockOf({ type: 'paragraph', start: body, end: draft.end, wrapped }))
    return { at, blocks, dateline, authors: byline?.authors ?? null }
  }
  return null
}
