import type { AnnotationSet, SetAnnotation, SetArticle } from '../model/annotation-set'
import { builtInCodebook } from '../model/built-in-codebook'
import { articleIdOf } from '../model/ids'
import type { Span } from '../model/span'
import { offsetMapOf } from '../text/offsets'
import { rangeOf } from '../text/quote'

/** When everything in a drawn set was made. */
export const DRAWN_AT = '2031-03-12T09:30:00.000Z'

/** Whose drawn sets are. */
export const drawer = { id: 'ines-aaaaaaaaaa', name: 'Ines' } as const

/** Record number `n`, counted from 1, of a drawn set: a UUID of version 7. */
export const drawnId = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

/** An article without metadata whose text is one paragraph, or none. */
export function plainArticle(text: string): SetArticle {
  const start = text.search(/\S/u)
  return {
    id: articleIdOf(text),
    title: 'Drawn',
    outlet: null,
    agency: null,
    byline: null,
    dateline: null,
    published: null,
    language: 'en',
    url: null,
    text,
    blocks: start === -1 ? [] : [{ type: 'paragraph', start, end: text.trimEnd().length }],
    source: { name: 'drawn.txt', encoding: 'utf-8', newlines: 'lf', byteOrderMark: false },
  }
}

/** A tag while its drawing is read; the label stands where it is closed. */
interface Drawn {
  label: string
  readonly spans: Span[]
}

/**
 * A set with one article, drawn as a picture: `[Ada [King](actor)](claim) wrote` is a claim "Ada King" and inside
 * it an actor "King". Tags that cross carry numbers, `[1|Ada [2|met](1|actor) Charles](2|claim)`, and a number that
 * comes again is one more range of the same tag: `[1|not](1|claim) now [1|ever](1|claim)`. Tags stand in the set
 * in the order they are opened in, the first with `drawnId(1)`. The text itself can have no square bracket.
 */
export function annotated(drawing: string): AnnotationSet {
  const drawn: Drawn[] = []
  const numbered = new Map<string, Drawn>()
  const open: { readonly number: string | undefined; readonly tag: Drawn; readonly start: number }[] = []
  let text = ''
  let at = 0

  for (const edge of drawing.matchAll(/\[(?:(\d+)\|)?|\]\((?:(\d+)\|)?([a-z][a-z0-9-]*)\)/g)) {
    const [whole, opened, closed, label] = edge
    text += drawing.slice(at, edge.index)
    at = edge.index + whole.length
    if (label === undefined) {
      const tag = numbered.get(opened ?? '') ?? { label: '', spans: [] }
      if (!drawn.includes(tag)) drawn.push(tag)
      if (opened) numbered.set(opened, tag)
      open.push({ number: opened, tag, start: text.length })
    } else {
      const [ended] = open.splice(
        open.findLastIndex(({ number }) => number === closed),
        1,
      )
      if (!ended || ended.number !== closed) throw new Error(`“${whole}” closes nothing in “${drawing}”`)
      ended.tag.label = label
      ended.tag.spans.push({ start: ended.start, end: text.length })
    }
  }
  return drawnSet(text + drawing.slice(at), drawn)
}

function drawnSet(text: string, drawn: readonly Drawn[]): AnnotationSet {
  const article = plainArticle(text)
  return {
    format: 'parley/annotation-set',
    schema: 1,
    offsets: 'utf-16-code-units',
    project: { id: 'aaaaaaaaaaaaaaaa', name: 'Drawings' },
    annotators: [drawer],
    codebook: builtInCodebook,
    articles: [article],
    annotations: drawn.map(({ label, spans }, i) => ({
      id: drawnId(i + 1),
      created: DRAWN_AT,
      modified: DRAWN_AT,
      articleId: article.id,
      annotator: drawer.id,
      label,
      target: spans.map((span) => setRangeOf(text, span)),
      attributes: {},
      note: '',
      means: null,
      codebook: builtInCodebook.id,
    })),
    links: [],
    actors: [],
    issues: [],
    positions: [],
    deleted: [],
    decisions: [],
  }
}

/** The span as a set carries it; it must lie inside the text and not be empty. */
export function setRangeOf(text: string, span: Span): SetAnnotation['target'][number] {
  const range = rangeOf(text, span)
  const { start, end } = offsetMapOf(text).toCodePoints(range)
  return { ...range, startCodePoint: start, endCodePoint: end }
}

/** A drawn set with a link from its tag number `from` to its tag number `to`, both counted from 1. */
export const linked = (set: AnnotationSet, from: number, type: string, to: number): AnnotationSet => ({
  ...set,
  links: [
    ...set.links,
    {
      id: drawnId(1000 + set.links.length),
      created: DRAWN_AT,
      modified: DRAWN_AT,
      articleId: set.articles[0]!.id,
      annotator: drawer.id,
      type,
      from: drawnId(from),
      to: drawnId(to),
    },
  ],
})
