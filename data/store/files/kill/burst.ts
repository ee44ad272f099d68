import type { WorkRecord } from '../../../model/records'
import { isOnArticle } from '../../changes'
import type { Command } from '../../commands'
import type { Store } from '../../store'
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
 * Tags, changes, links, deletes, undoes and redoes as fast as the store answers, until the program ends. Says each
 * thing before it asks for it and after it was acknowledged. Now and then it flushes, and does not wait for that.
 */
export async function burst(store: Store, seed: number, say: (line: Line) => void): Promise<never> {
  const random = randomFrom(seed)
  const articles = await readAll(store)
  /** What each step that can be undone has touched, the last one at the end. */
  const steps: string[][] = []
  const undone: string[][] = []
  for (;;) {
    const chance = random()
    const back = chance < 0.12 ? steps.at(-1) : undefined
    const again = chance >= 0.12 && chance < 0.17 ? undone.at(-1) : undefined
    const article = pick(random, articles)!
    const command = commandFor(article, random)
    const ids = back ?? again ?? touchedBy(command, article)
    say({ is: 'asks', ids, isNew: !back && !again && (command.do === 'annotate' || command.do === 'link') })
    const began = performance.now()
    const answer = await (back ? store.undo() : again ? store.redo() : store.carryOut(command))
    const ms = performance.now() - began
    if (!answer.ok) {
      say({ is: 'refused', problem: answer.error })
      continue
    }
    const { changes } = answer.value
    say({ is: 'acknowledged', ms, after: Object.fromEntries(changes.map(({ id, after }) => [id, after])) })
    for (const change of changes.filter(isOnArticle)) {
      const { records } = articles.find(({ id }) => id === change.article)!
      if (change.after) records.set(change.id, change.after)
      else records.delete(change.id)
    }
    if (back) undone.push(steps.pop()!)
    else if (again) steps.push(undone.pop()!)
    else if (changes.length > 0) {
      steps.push(changes.map(({ id }) => id))
      undone.length = 0
    }
    if (random() < 0.02) void flush(store, say)
  }
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

function commandFor({ id: article, length, records }: Article, random: () => number): Command {
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
  if (chance < 0.75) return { do: 'write-note', article, annotation, note: `Zoë 🙂 ${chance}` }
  const from = pick(
    random,
    tags.filter((tag) => tag.label === 'actor'),
  )?.id
  const to = pick(
    random,
    tags.filter((tag) => tag.label === 'claim'),
  )?.id
  if (chance < 0.85 && from && to) return { do: 'link', article, type: 'makes', from, to }
  return { do: 'delete', article, annotations: [annotation] }
}

/** The tags that a command names, with the links that may go with them. */
function touchedBy(command: Command, { records }: Article): string[] {
  const tags =
    command.do === 'delete' ? command.annotations : 'annotation' in command ? [command.annotation] : []
  const links = [...records.values()].filter(
    (record) => record.is === 'link' && (tags.includes(record.from) || tags.includes(record.to)),
  )
  return [...tags, ...links.map(({ id }) => id)]
}
