import { expect, it } from 'vitest'
import { builtInCodebook } from '../model/built-in-codebook'
import type { Article } from '../model/article'
import type { Annotation, WorkRecord } from '../model/records'
import { printOf } from '../review/print'
import { decide, type Command, type Scene } from './commands'
import { lookingInto } from './decide-together'
import { Deciding } from './deciding'
import { unwatched } from './for-all'
import { LiveRecords } from './live-records'
import { memoryFolder } from './memory/memory-folder'
import type { MyWork } from './my-document'
import type { Registries } from './registries'
import { valueOf } from './testing/talks'

const article = 'an-article'
const made = '2031-03-12T09:00:00.000Z'
const fields = { created: made, modified: made, article }
const text = 'Ada Quill met Zoë 🙂 in Dalmere.'

const tag = (id: string, label: string): Annotation => ({
  is: 'annotation',
  id,
  ...fields,
  label,
  target: [{ start: 0, end: 3, quote: 'Ada', prefix: '', suffix: ' Quill' }],
  attributes: {},
  note: '',
  means: null,
  codebook: builtInCodebook.id,
})
const accepted: WorkRecord = {
  is: 'decision',
  id: 'accepted',
  ...fields,
  action: 'accept',
  on: [{ annotator: 'bo', id: 'his', as: printOf(tag('his', 'claim')) }],
  readings: [],
  links: [],
  reason: null,
  note: '',
  codebook: builtInCodebook.id,
}
const mine: readonly WorkRecord[] = [
  tag('actor', 'actor'),
  tag('claim', 'claim'),
  tag('other', 'claim'),
  { is: 'link', id: 'link', ...fields, type: 'makes', from: 'actor', to: 'claim' },
  { is: 'done', id: 'done', ...fields },
  { is: 'dismissed', id: 'dismissed', ...fields, lint: 'heeded' },
  { is: 'reviewed', id: 'reviewed', ...fields, agreed: false },
  { is: 'answer', id: 'answer', ...fields, decision: 'accepted', text: 'Why?' },
  accepted,
]

/** Records of which one can be asked for, and never all. */
class Unwalked extends Map<string, WorkRecord> {
  override values = refuse
  override entries = refuse
  override keys = refuse
  override forEach = refuse;
  override [Symbol.iterator] = refuse
}
const refuse = (): never => {
  throw new Error('All records were gone through.')
}

function sceneOf(records: readonly WorkRecord[]): Scene {
  const unwalked = (all: readonly WorkRecord[]) => {
    const map = new Unwalked()
    for (const record of all) map.set(record.id, record)
    return map
  }
  return {
    text,
    records: unwalked(records),
    ...lookingInto(new LiveRecords(records)),
    codebook: builtInCodebook,
    registry: [],
    company: { me: 'ada', others: new Map([['bo', unwalked([tag('his', 'claim')])]]), knows: () => true },
  }
}

const decided = {
  do: 'decide',
  article,
  readings: [],
  links: [],
  reason: null,
  note: '',
  on: [{ annotator: 'bo', id: 'his' }],
} as const
const spans = [{ start: 4, end: 9 }]
const commands: readonly Command[] = [
  { do: 'annotate', article, spans, label: 'actor' },
  { do: 'relabel', article, annotation: 'actor', label: 'claim' },
  { do: 'move', article, annotation: 'actor', spans },
  { do: 'write-note', article, annotation: 'actor', note: 'Sure?' },
  { do: 'link', article, type: 'makes', from: 'actor', to: 'other' },
  { do: 'unlink', article, link: 'link' },
  { do: 'delete', article, annotations: ['actor'] },
  { do: 'take-up', article },
  { do: 'dismiss', article, lint: 'another' },
  { do: 'heed', article, lint: 'heeded' },
  { ...decided, action: 'reject' },
  { do: 'withdraw-decision', article, decision: 'accepted' },
  { do: 'answer', article, decision: 'accepted', text: 'Because.' },
  { do: 'take-back-answer', article, answer: 'answer' },
  { do: 'mark-reviewed', article, agreed: true },
  { do: 'take-up-review', article },
]

/** What nothing on a key may grow with is not looked at: where all are gone through, this throws. */
it.each(commands)('goes through no records of an article for “$do”, however many there are', (command) => {
  const changes = valueOf(decide(sceneOf(mine), command, { newId: () => 'new', now: made }))
  expect(changes.length).toBeGreaterThan(0)
})

it('goes through none for “finish”, done already or not', () => {
  const finish = (records: readonly WorkRecord[]) =>
    valueOf(decide(sceneOf(records), { do: 'finish', article }, { newId: () => 'new', now: made })).map(
      ({ id }) => id,
    )
  expect(finish(mine.filter(({ is }) => is !== 'done'))).toEqual(['new'])
  expect(finish(mine)).toEqual([])
})

it('lets the store go through none either', async () => {
  const live = new LiveRecords(mine)
  const mineHere = {
    article,
    path: 'work/ada',
    clock: 3,
    readOnly: null,
    live,
    records: sceneOf(mine).records,
    hasHad: () => false,
    clockOf: () => 3,
  }
  const deciding = new Deciding({
    folder: memoryFolder(),
    registries: { entries: [], codebook: builtInCodebook } as unknown as Registries,
    by: 'ada',
    companyOn: () => Promise.reject(new Error('Nothing of others is needed.')),
    visit: (_id, _find, look) =>
      look({ article: { id: article, text } as Article, mine: mineHere as unknown as MyWork }),
  })
  for (const command of ['take-up', 'finish', 'take-up-review'] as const) {
    const { parts } = valueOf(
      await deciding.decide([{ do: command, article }], () => ({ newId: () => 'new', now: made }), unwatched),
    )
    expect(parts.flatMap(({ changes }) => changes.length)).toEqual([command === 'finish' ? 0 : 1])
  }
})
