import { crc32 } from 'node:zlib'
import { formats } from '../../../formats'
import type { StoredDocument, WorkDocument } from '../../../model/document'
import { valueOf } from '../../testing/talks'
import { fileOf, type Tree } from '../../../samples/fuzz/tree'
import { writeSample } from '../../../sample/write-sample'
import { decodeDocument, encodeDocument } from '../../encode-document'
import { memoryFolder } from '../../memory/memory-folder'
import { memoryJournal } from '../../memory/memory-journal'
import { openStore } from '../../open-store'
import type { ReviewCommand } from '../../review-commands'
import { encodeLine } from '../journal-line'

/** Everything that the fuzzer spoils, while it is still whole. */
export interface ValidFiles {
  /** A small project: two articles of the sample with all work on them, and a received set. */
  readonly project: Tree
  /** One set in each format that can be read. */
  readonly sets: readonly { readonly format: string; readonly name: string; readonly bytes: Uint8Array }[]
  /** Lines of a journal that somebody's interrupted session left. */
  readonly journal: readonly Uint8Array[]
  /** Whose session that was. */
  readonly me: { readonly annotator: { readonly id: string; readonly name: string }; readonly device: string }
  /** Ids and paths that stand in the project. */
  readonly ids: readonly string[]
}

const ARTICLES = 2
export const clock = {
  now: () => '2031-03-12T09:00:00.000Z',
  newId: () => '00000000-0000-7000-8000-000000000000',
}

/** Two readings of the first tag of a document, and which speaks for more. */
function decisionOn({ annotator, article, items }: WorkDocument): ReviewCommand {
  const tag = Object.values(items).flatMap(({ record }) => (record?.is === 'annotation' ? record : []))[0]!
  const { id, label, target: spans, attributes, means } = tag
  const reading = { label, spans: spans.map(({ start, end }) => ({ start, end })), attributes, means }
  return {
    do: 'decide',
    article,
    action: 'contested',
    on: [{ annotator, id }],
    readings: [
      { ...reading, weight: 0.75 },
      { ...reading, attributes: {}, weight: 0.25 },
    ],
    links: [],
    reason: 'ambiguous-text',
    note: 'Either.',
  }
}

export async function writeValidFiles(): Promise<ValidFiles> {
  const whole = memoryFolder()
  valueOf(await writeSample(whole, 'sample', { id: 'fuzzfuzzfuzzfuzz', created: clock.now() }))
  const works = [...whole.files.keys()].filter((path) => /^work\/.*[a-z2-7]{26}\.json$/.test(path))
  const articles = [...new Set(works.map((path) => path.slice(-31, -5)))].toSorted().slice(0, ARTICLES)
  const isKept = (path: string) =>
    !/[a-z2-7]{26}/.test(path) || path.startsWith('codebook/') || articles.some((id) => path.includes(id))
  const folder = memoryFolder(Object.fromEntries([...whole.files].filter(([path]) => isKept(path))))

  const work = [...folder.files.keys()].find((path) => works.includes(path))!
  const document = valueOf(decodeDocument(folder.files.get(work)!, work, 'work'))
  const me = { annotator: { id: document.annotator, name: 'Ines Holloway' }, device: document.device }
  const stranger = { annotator: { id: 'stranger', name: 'Stranger' }, device: 'abcdefghij' }
  const ports = { folder, root: 'sample', journal: memoryJournal(), vault: null, me: stranger, clock }
  const store = valueOf(await openStore(ports))
  valueOf(await store.carryOut(decisionOn(document)))
  const set = valueOf(await store.gatherSet({ articles: [document.article], annotators: null }))
  valueOf(await store.receiveSet(set))
  await store.close()

  const sets = formats.flatMap((format) =>
    format.read
      ? format.write(set).map(({ path, text }) => ({ format: format.id, name: path, bytes: encoded(text) }))
      : [],
  )
  const entries = Object.entries(document.items).slice(0, 6)
  const journal = entries.map(([id, item]) =>
    encodeLine({ path: work, items: { [id]: item } }).subarray(9, -1),
  )
  const project: Tree = new Map([...folder.files].map(([path, bytes]) => [path, fileOf(bytes)]))
  return {
    project,
    sets,
    journal,
    me,
    ids: namesIn([...folder.files.keys(), ...Object.keys(document.items)]),
  }
}

/** Paths, and the ids in them. */
const namesIn = (texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => [text, ...text.split('/').map((part) => part.replace(/\.json$/, ''))])),
]

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Writes a value as the file at `path` is written, with a sum that fits; `null` where files have none. */
export function encoderFor(path: string): ((value: object) => Uint8Array) | null {
  if (!/(^|\/)work\//.test(path)) return null
  return (value) => {
    const { sum: _, ...body }: StoredDocument & { sum?: unknown } = Object(value)
    return encodeDocument(body)
  }
}

/** A line of the journal, its sum fitting whatever the JSON has become. */
export const lineOf = (json: Uint8Array): Uint8Array => {
  const sum = crc32(json).toString(16).padStart(8, '0')
  return Buffer.concat([Buffer.from(`${sum} `), json, Buffer.from('\n')])
}
