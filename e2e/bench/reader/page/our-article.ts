import type { Article } from '../../../../data/model/article'
import { builtInCodebook } from '../../../../data/model/built-in-codebook'
import type { Annotation } from '../../../../data/model/records'
import { rangeOf } from '../../../../data/text/quote'
import type { ReaderTag, ReaderWorkload } from '../reader-workload'

const MADE = '2031-11-20T09:00:00.000Z'

/** The article as the store gives it to the reader. */
export const articleOf = ({ text, paragraphs }: Pick<ReaderWorkload, 'text' | 'paragraphs'>): Article => ({
  format: 'parley/article',
  schema: 1,
  id: 'a'.repeat(26),
  title: 'A report of the bench',
  outlet: null,
  agency: null,
  byline: null,
  dateline: null,
  published: null,
  language: 'en',
  url: null,
  text,
  blocks: paragraphs.map(({ start, end }) => ({ type: 'paragraph', start, end })),
  source: { name: 'report.txt', encoding: 'utf-8', newlines: 'lf', byteOrderMark: false },
})

export const annotationOf = (
  { id: article, text }: Article,
  { id, label, start, end }: ReaderTag,
): Annotation => ({
  is: 'annotation',
  id,
  created: MADE,
  modified: MADE,
  article,
  label,
  target: [rangeOf(text, { start, end })],
  attributes: {},
  note: '',
  means: null,
  codebook: builtInCodebook.id,
})
