import { contentOf } from '../../../model/codebook'
import { IN_FORCE, isEntry, type RegistryRecord, type WorkRecord } from '../../../model/records'
import type { Change } from '../../changes'
import type { Command } from '../../commands'
import type { AnyCommand, RegistryCommand } from '../../registry-commands'
import type { Store } from '../../store'
import { actor } from '../../testing/talks'
import type { Line } from './lines'
import { valueOf } from './open'
import { pick, randomFrom } from './random'

/** More tags than this are deleted again, so that two hundred rounds do not slow each other down. */
const MOST_TAGS = 60
const labels = ['actor', 'position', 'claim']

interface Article {
  readonly id: string
  readonly length: number
  readonly records: Map<string, WorkRecord>
}

/**
 * Tags, changes, links, deletes, decides and withdraws decisions, adds and merges actors, revises the codebook, does several of these at once, undoes and
 * redoes as fast as the store answers, until the program ends. Says each
 * thing before it asks for it and after it was acknowledged. Now and then it flushes, and does not wait for that.
 */
export async function burst(store: Store, seed: number, say: (line: Line) => void): Promise<never> {
  const random = randomFrom(seed)
  const articles = await readAll(store)
  const me = store.view().me.id
  const entries = new Map(store.view().registry.map((record) => [record.id, record]))
  /** What each step that can be undone has touched, the last one at the end. */
  const steps: string[][] = []
  const undone: string[][] = []
  for (;;) {
    const chance = random()
    const back = chance < 0.12 ? steps.at(-1) : undefined
    const again = chance >= 0.12 && chance < 0.17 ? undone.at(-1) : undefined
    const { command, ...asked } = wishFor(store, me, articles, entries, random)
    if (back ?? again) say({ is: 'asks', ids: back ?? again ?? [], isNew: false })
    else say({ is: 'asks', ...asked })
    const began = performance.now()
    const answer = await (back ? store.undo() : again ? store.redo() : store.carryOut(command))
    const ms = performance.now() - began
    if (!answer.ok) {
      say({ is: 'refused', problem: answer.error })
      continue
    }
    const { changes } = answer.value
    say({
      is: 'acknowledged',
      ms,
      after: Object.fromEntries(changes.map(({ id, after }) => [id, told(after)])),
    })
    for (const change of changes) follow(change, articles, entries)
    if (back) undone.push(steps.pop()!)
    else if (again) steps.push(undone.pop()!)
    else if (changes.length > 0) {
      steps.push(changes.map(({ id }) => id))
      undone.length = 0
    }
    if (random() < 0.02) void flush(store, say)
  }
}

/** Which codebook is in force is all that can be seen of that record. */
const told = (record: Change['after']): object | null =>
  record?.is === 'in-force' ? { codebook: record.codebook } : record

function follow(change: Change, articles: readonly Article[], entries: Map<string, RegistryRecord>): void {
  const { id } = change
  if (change.article === null) {
    if (isEntry(change.after)) entries.set(id, change.after)
    else entries.delete(id)
    return
  }
  const { records } = articles.find((article) => article.id === change.article)!
  if (change.after) records.set(id, change.after)
  else records.delete(id)
}

interface Wish extends Omit<Extract<Line, { is: 'asks' }>, 'is'> {
  readonly command: AnyCommand
}

function wishFor(
  store: Store,
  me: string,
  articles: readonly Article[],
  entries: ReadonlyMap<string, RegistryRecord>,
  random: () => number,
): Wish {
  const chance = random()
  if (chance < 0.15) {
    const command = registryCommand(entries, random)
    const ids = [...entries.keys(), ...(command.do === 'add-entry' ? [command.id] : [])]
    return { command, ids, isNew: false }
  }
  if (chance < 0.18) {
    const { codebook } = store.view()
    const to = { ...contentOf(codebook), name: `Codebook ${random()}` }
    return { command: { do: 'revise-codebook', of: codebook.id, to }, ids: [IN_FORCE], isNew: false }
  }
  if (chance < 0.28) return everywhere(articles, random)
  const article = pick(random, articles)!
  const command = commandFor(me, article, random)
  const isNew = command.do === 'annotate' || command.do === 'link' || command.do === 'decide'
  return { command, ids: touchedBy(command, article), isNew }
}

/** One step over the registries and every article that has a tag: a new actor, and its name in a note of one tag in each. */
function everywhere(articles: readonly Article[], random: () => number): Wish {
  const mark = `mark-${Math.floor(random() * 2 ** 40)}`
  const id = uuidFrom(random)
  const notes = articles.flatMap(({ id: article, records }): Extract<Command, { do: 'write-note' }>[] => {
    const tags = [...records.values()].filter((record) => record.is === 'annotation')
    const tag = pick(random, tags)
    return tag ? [{ do: 'write-note', article, annotation: tag.id, note: mark }] : []
  })
  const command: AnyCommand = {
    do: 'together',
    as: 'assign-new',
    commands: [{ do: 'add-entry', id, entry: actor(mark) }, ...notes],
  }
  return { command, ids: [id, ...notes.map(({ annotation }) => annotation)], isNew: false, mark }
}

function registryCommand(
  entries: ReadonlyMap<string, RegistryRecord>,
  random: () => number,
): RegistryCommand {
  const ids = [...entries.keys()]
  const [entry, into] = [pick(random, ids), pick(random, ids)]
  const chance = random()
  if (!entry || !into || (chance < 0.4 && ids.length < MOST_TAGS))
    return { do: 'add-entry', id: uuidFrom(random), entry: actor(`Zoë ${chance}`) }
  if (chance < 0.6) return { do: 'edit-entry', entry, to: actor(`Ada ${chance}`) }
  if (chance < 0.75 && entry !== into) return { do: 'merge-entries', entries: [entry], into }
  if (chance < 0.85) return { do: 'unmerge-entry', entry }
  return { do: 'remove-entry', entry }
}

/** A version 4 UUID. */
function uuidFrom(random: () => number): string {
  const digits = Array.from({ length: 32 }, (_, i) =>
    i === 12 ? '4' : i === 16 ? '8' : Math.floor(random() * 16).toString(16),
  ).join('')
  return [0, 8, 12, 16, 20].map((at, i) => digits.slice(at, [8, 12, 16, 20, 32][i])).join('-')
}

let flushing = false

async function flush(store: Store, say: (line: Line) => void): Promise<void> {
  if (flushing) return
  flushing = true
  say({ is: 'flushes' })
  if ((await store.flush()).state === 'saved') say({ is: 'saved' })
  flushing = false
}

async function readAll(store: Store): Promise<Article[]> {
  const articles: Article[] = []
  for (const { summary } of store.view().articles) {
    const { article, sets } = valueOf(await store.openArticle(summary.id))
    const records = new Map(sets[0]!.records.map((record) => [record.id, record]))
    articles.push({ id: summary.id, length: article.text.length, records })
  }
  return articles
}

function commandFor(me: string, { id: article, length, records }: Article, random: () => number): Command {
  const tags = [...records.values()].filter((record) => record.is === 'annotation')
  const annotation = pick(random, tags)?.id
  const label = pick(random, labels)!
  const chance = random()
  if (annotation === undefined || (chance < 0.45 && tags.length < MOST_TAGS)) {
    const start = Math.floor(random() * (length - 20))
    const end = start + 1 + Math.floor(random() * 19)
    return { do: 'annotate', article, spans: [{ start, end }], label }
  }
  if (chance < 0.65) return { do: 'relabel', article, annotation, label }
  if (chance < 0.71) return { do: 'write-note', article, annotation, note: `Zoë 🙂 ${chance}` }
  const decision = pick(
    random,
    [...records.values()].filter(({ is }) => is === 'decision'),
  )
  if (chance < 0.73 && decision) return { do: 'withdraw-decision', article, decision: decision.id }
  if (chance < 0.8) return decide(me, article, [annotation, pick(random, tags)!.id], chance)
  const from = pick(
    random,
    tags.filter((tag) => tag.label === 'actor'),
  )?.id
  const to = pick(
    random,
    tags.filter((tag) => tag.label === 'claim'),
  )?.id
  if (chance < 0.88 && from && to) return { do: 'link', article, type: 'makes', from, to }
  return { do: 'delete', article, annotations: [annotation] }
}

/** On one of the two tags, or on both. */
const decide = (me: string, article: string, tags: readonly string[], chance: number): Command => ({
  do: 'decide',
  article,
  action: chance < 0.75 ? 'reject' : 'accept',
  on: tags.slice(0, chance < 0.77 ? 1 : 2).map((id) => ({ annotator: me, id })),
  readings: [],
  links: [],
  reason: 'ambiguous-text',
  note: `Zoë 🙂 ${chance}`,
})

/** The tags that a command names, with the links that may go with them; of a decision, those whose place it may take. */
function touchedBy(command: Command, { records }: Article): string[] {
  if (command.do === 'withdraw-decision') return [command.decision]
  if (command.do === 'decide') {
    const on = new Set(command.on.map(({ id }) => id))
    return [...records.values()]
      .filter((record) => record.is === 'decision' && record.on.some(({ id }) => on.has(id)))
      .map(({ id }) => id)
  }
  const tags =
    command.do === 'delete' ? command.annotations : 'annotation' in command ? [command.annotation] : []
  const links = [...records.values()].filter(
    (record) => record.is === 'link' && (tags.includes(record.from) || tags.includes(record.to)),
  )
  return [...tags, ...links.map(({ id }) => id)]
}
