import type { Annotation, Link, WorkRecord } from '../../data/model/records'
import type { ArticleChange } from '../../data/store/changes'
import type { HistoryEntry } from '../../data/store/views'

/** Made-up tags, links and steps, for tests. */
const article = 'abcdefghijklmnopqrstuvwxyz'

/** Minute `n` of a morning. */
export const minute = (n: number): string => new Date(Date.UTC(2031, 2, 12, 9, n)).toISOString()

export const tag = (id: string, quote: string, fields: Partial<Annotation> = {}): Annotation => ({
  is: 'annotation',
  id,
  created: minute(0),
  modified: minute(0),
  article,
  label: 'claim',
  target: [{ start: 0, end: quote.length, quote, prefix: '', suffix: '' }],
  attributes: {},
  note: '',
  means: null,
  codebook: 'c',
  ...fields,
})

export const link = (id: string, from: string, to: string, type = 'makes'): Link => ({
  is: 'link',
  id,
  created: minute(0),
  modified: minute(0),
  article,
  type,
  from,
  to,
})

export const change = (before: WorkRecord | null, after: WorkRecord | null): ArticleChange => ({
  article,
  id: (after ?? before)?.id ?? '',
  before,
  after,
})

export const step = (did: string, changes: readonly ArticleChange[], fields: Partial<HistoryEntry> = {}) => ({
  annotator: 'ada-quill',
  device: 'abcdefghij',
  at: minute(0),
  did,
  of: null,
  clock: 1,
  parts: 1,
  changes,
  ...fields,
})

export const mapOf = (...records: readonly WorkRecord[]): ReadonlyMap<string, WorkRecord> =>
  new Map(records.map((record) => [record.id, record]))
