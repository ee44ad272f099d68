import * as fc from 'fast-check'
import type { AnnotationSet, SetAnnotation, SetArticle, SetDecision, SetLink } from '../model/annotation-set'
import { builtInCodebook } from '../model/built-in-codebook'
import { actorKinds } from '../model/records'
import { decisionActions, decisionReasons, type AgreedRule } from '../model/review-records'
import { normaliseSpans } from '../model/span'
import { widenToGraphemes } from '../text/graphemes'
import { plainArticle, setRangeOf } from './annotated'

/** What texts are put together from: quoting and formulas, then everything that is longer or shorter than it looks. */
const words = 'Ada ~said~ “so”~, ~\n~\n\n~\t~a~a a~=1+1~-~@x~"~\'~;~\\~[1|~](x)'
  .split('~')
  .concat('😀~👩‍👩‍👧~🇫🇷~A\u0308~é~e\u0301\u0323~עברית~العربية~\u200f~\u00a0~\u2028~ﬁ~한국~𝔘'.split('~'))

const text = fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((some) => `x${some.join('')}`)
const note = fc.oneof(fc.constant(''), fc.string({ unit: 'binary', maxLength: 20 }), text)
const uuid = fc.uuid().map((id) => id.toLowerCase())
const instant = fc
  .date({ min: new Date('2001-01-01'), max: new Date('2099-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const times = { created: instant, modified: instant }
const rev = fc.option(fc.tuple(fc.nat(), fc.constantFrom('abcdefghij', 'a2b3c4d5e6')), { nil: undefined })
const index = fc.nat(1000)

const attributes = fc.dictionary(
  fc.constantFrom('stance', 'said', 'type', 'note', 'own-1', 'label'),
  fc.oneof(note, fc.integer(), fc.boolean(), fc.array(note, { maxLength: 3 })),
)
const metadata = fc.record({
  title: text,
  outlet: fc.option(note),
  url: fc.option(fc.webUrl()),
  published: fc.constantFrom(null, '2031-03-12', '2031-03-12T09:30:00+01:00'),
  language: fc.constantFrom(null, 'en', 'he'),
  dateline: fc.constantFrom(null, { place: 'DALMERE', date: null }, { place: null, date: '2031-03-12' }),
})
const actor = fc.record({
  id: uuid,
  ...times,
  name: text,
  aliases: fc.array(note, { maxLength: 2 }),
  kind: fc.constantFrom(...actorKinds),
  country: fc.option(note),
  roles: fc.array(fc.record({ title: text, from: fc.option(note), to: fc.option(note) }), { maxLength: 2 }),
})
const issue = fc.record({ id: uuid, ...times, question: text })

const seed = fc.record({
  texts: fc.uniqueArray(fc.tuple(text, metadata), { maxLength: 3, selector: ([content]) => content }),
  annotators: fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,2}$/), text), {
    minLength: 1,
    maxLength: 3,
    selector: ([id]) => id,
  }),
  ids: fc.uniqueArray(uuid, { minLength: 24, maxLength: 24 }),
  tags: fc.array(
    fc.record({
      ...times,
      article: index,
      annotator: index,
      label: index,
      means: index,
      note,
      attributes,
      rev,
      spans: fc.array(fc.tuple(index, index), { minLength: 1, maxLength: 4 }),
    }),
    { maxLength: 12 },
  ),
  links: fc.array(fc.record({ ...times, from: index, to: index, type: index, rev }), { maxLength: 12 }),
  decisions: fc.uniqueArray(
    fc.record({
      ...times,
      id: uuid,
      rev,
      article: index,
      annotator: index,
      start: index,
      size: index,
      action: fc.constantFrom(...decisionActions),
      on: fc.array(uuid, { minLength: 1, maxLength: 2 }),
      label: text,
      attributes,
      weight: fc.constantFrom(null, 0, 0.25, 1),
      reason: fc.option(fc.constantFrom(...decisionReasons)),
      note,
    }),
    { maxLength: 3, selector: ({ id }) => id },
  ),
  answers: fc.uniqueArray(fc.record({ ...times, id: uuid, rev, decision: uuid, text }), {
    maxLength: 2,
    selector: ({ id }) => id,
  }),
  agreed: fc.option(
    fc.record({
      rule: fc.constantFrom<AgreedRule[]>(
        { is: 'decided' },
        { is: 'unanimous' },
        { is: 'majority', share: 0.6 },
      ),
      threshold: fc.constantFrom(0, 0.5, 1),
    }),
  ),
  deleted: fc.uniqueArray(fc.record({ id: uuid, rev: fc.tuple(fc.nat(99), fc.constant('deviceaaaa')) }), {
    maxLength: 3,
    selector: ({ id }) => id,
  }),
  actors: fc.uniqueArray(actor, { maxLength: 3, selector: ({ id }) => id }),
  issues: fc.uniqueArray(issue, { maxLength: 2, selector: ({ id }) => id }),
  positions: fc.uniqueArray(fc.record({ id: uuid, ...times, answer: text }), {
    maxLength: 2,
    selector: ({ id }) => id,
  }),
})

type Seed = typeof seed extends fc.Arbitrary<infer T> ? T : never

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % list.length]
/** `rev` is left out, not `undefined`, where a record has none. */
const withRev = (value: readonly [number, string] | undefined) => (value ? { rev: value } : {})

/**
 * Any set that Parley may write: texts with emoji, accents, right-to-left words and formulas, tags on overlapping
 * and several ranges, links that the codebook allows, registries, several annotators, decisions and answers; some are agreed sets.
 */
export const arbitrarySet: fc.Arbitrary<AnnotationSet> = seed.map((some) => {
  const articles = some.texts.map(([content, about]) => ({ ...plainArticle(content), ...about }))
  const annotators = some.annotators.map(([id, name]) => ({ id, name }))
  const annotator = annotators[0]!.id
  const annotations = annotationsOf(some, articles)
  const issues = some.issues.map((record) => ({ ...record, annotator }))
  return {
    format: 'parley/annotation-set',
    schema: 1,
    offsets: 'utf-16-code-units',
    project: { id: 'aaaaaaaaaaaaaaaa', name: 'Any' },
    annotators,
    codebook: builtInCodebook,
    articles,
    annotations,
    links: linksOf(some, annotations),
    actors: some.actors.map((record) => ({ ...record, annotator })),
    issues,
    positions:
      issues.length === 0 ? [] : some.positions.map((p) => ({ ...p, annotator, issue: issues[0]!.id })),
    deleted: some.deleted.flatMap((record) => {
      const article = articles[0]
      return article ? [{ ...record, articleId: article.id, annotator }] : []
    }),
    decisions: decisionsOf(some, articles),
    ...(some.answers.length > 0 && articles[0] && { answers: answersOf(some, articles[0].id) }),
    ...(some.agreed && {
      agreed: {
        ...some.agreed,
        people: annotators,
        articles: articles.map(({ id }) => ({ id, taggers: [annotator], waiting: 1 })),
      },
    }),
  }
})

function annotationsOf(some: Seed, articles: readonly SetArticle[]): SetAnnotation[] {
  return some.tags.flatMap((tag, i) => {
    const article = pick(articles, tag.article)
    if (!article) return []
    const { length } = article.text
    const spans = tag.spans.map(([start, size]) => {
      const from = start % length
      return widenToGraphemes(article.text, { start: from, end: Math.min(length, from + 1 + (size % 12)) })
    })
    return {
      id: some.ids[i]!,
      created: tag.created,
      modified: tag.modified,
      articleId: article.id,
      annotator: pick(some.annotators, tag.annotator)![0],
      label: pick(builtInCodebook.labels, tag.label)!.id,
      target: normaliseSpans(spans).map((span) => setRangeOf(article.text, span)),
      attributes: tag.attributes,
      note: tag.note,
      means: tag.means % 2 === 0 ? null : (pick(some.actors, tag.means)?.id ?? null),
      codebook: builtInCodebook.id,
      ...withRev(tag.rev),
      ...(some.agreed && { provenance: provenanceOf(some) }),
    }
  })
}

const provenanceOf = (some: Seed): NonNullable<SetAnnotation['provenance']> => ({
  from: some.ids.slice(0, 2).map((id) => ({ annotator: some.annotators[0]![0], id })),
  decisions: some.decisions.map(({ id, action, reason }) => ({
    id,
    by: some.annotators[0]![0],
    action,
    reason,
  })),
  by: 'decided',
  weight: null,
})

function decisionsOf(some: Seed, articles: readonly SetArticle[]): SetDecision[] {
  return some.decisions.flatMap(({ article: at, annotator, start, size, id, on, rev: version, ...said }) => {
    const article = pick(articles, at)
    if (!article) return []
    const from = start % article.text.length
    const end = Math.min(article.text.length, from + 1 + (size % 12))
    const target = [setRangeOf(article.text, widenToGraphemes(article.text, { start: from, end }))]
    const { label, attributes: values, weight, ...rest } = said
    const read = { label, target, attributes: values, means: null, ...(weight !== null && { weight }) }
    return {
      ...rest,
      id,
      articleId: article.id,
      annotator: pick(some.annotators, annotator)![0],
      on: on.map((one) => ({ annotator: some.annotators[0]![0], id: one, as: '0123456789abcdef' })),
      readings: [read],
      links: [],
      codebook: builtInCodebook.id,
      ...withRev(version),
    }
  })
}

const answersOf = (some: Seed, articleId: string) =>
  some.answers.map(({ rev: version, ...answer }) => ({
    ...answer,
    articleId,
    annotator: some.annotators[0]![0],
    ...withRev(version),
  }))

function linksOf(some: Seed, annotations: readonly SetAnnotation[]): SetLink[] {
  return some.links.flatMap((link, i) => {
    const from = pick(annotations, link.from)
    const mine = annotations.filter(
      (other) => other !== from && other.annotator === from?.annotator && other.articleId === from.articleId,
    )
    const to = pick(mine, link.to)
    if (!from || !to) return []
    const allowed = builtInCodebook.linkTypes.filter(
      (type) => type.from.includes(from.label) && type.to.includes(to.label),
    )
    const type = pick(allowed, link.type)
    if (!type) return []
    const { created, modified } = link
    const { articleId, annotator } = from
    const ends = { type: type.id, from: from.id, to: to.id }
    return { id: some.ids[12 + i]!, created, modified, articleId, annotator, ...ends, ...withRev(link.rev) }
  })
}
