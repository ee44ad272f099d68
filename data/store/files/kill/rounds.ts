import { builtInCodebook } from '../../../model/built-in-codebook'
import { IN_FORCE } from '../../../model/records'
import { mkdir, readdir } from 'node:fs/promises'
import { readArticle } from '../../../importers/read-article'
import type { Problem } from '../../../model/problem'
import { createProject } from '../../create-project'
import { memoryJournal } from '../../memory/memory-journal'
import type { Store } from '../../store'
import { validate } from '../../validate'
import { isTemporary } from '../../check-path'
import { nodeFolder } from '../node-folder'
import { evidenceOf, sceneIn, type Scene } from './evidence'
import { canonical, Ledger, type Lost, type States } from './ledger'
import { journalIn, openWith, projectIn, valueOf } from './open'
import { randomFrom } from './random'
import { untoldIn } from './untold'
import { runAndKill } from './victim'

export interface Figures {
  readonly rounds: number
  /** Changes that the store said were safe. */
  readonly acknowledged: number
  /** Acknowledged and not there after the journal was replayed. */
  readonly lost: readonly Loss[]
  /** "Saved" and not in the folder. */
  readonly unsaved: readonly Loss[]
  /** In a work document and not in the history beside it. */
  readonly untold: readonly string[]
  /** Files that are not whole or do not fit together. */
  readonly torn: readonly Problem[]
  /** Changes that the journal gave back because the folder did not have them. */
  readonly replayed: number
  /** Temporary files left behind, which harm nobody. */
  readonly leftBehind: number
  /** Milliseconds from command to acknowledgement, under this load. */
  readonly median: number
  readonly p95: number
}

/** What was lost, in which round, and where the disk had it before the journal was replayed. */
export interface Loss extends Lost {
  readonly round: number
  readonly evidence: readonly string[]
}

export interface Plan {
  readonly child: string
  /** An empty folder. */
  readonly folder: string
  readonly rounds: number
  readonly seed: number
  /** The child's journal acknowledges an entry before the disk has it, and the child is killed at that instant. */
  readonly way?: 'hasty'
}

/**
 * Lets a child tag in one project and kills it, round after round. After each kill the project is opened, which
 * replays the journal, and checked; but after every fifth, so that the next child has to do the replaying and may be
 * killed at it.
 */
export async function killRounds({ child, folder, rounds, seed, way }: Plan): Promise<Figures> {
  const random = randomFrom(seed)
  const ledger = new Ledger()
  const [lost, unsaved, torn]: [Loss[], Loss[], Problem[]] = [[], [], []]
  const untold: string[] = []
  let replayed = 0
  await makeProject(folder)
  ledger.take([{ is: 'acknowledged', ms: 0, after: { [IN_FORCE]: { codebook: builtInCodebook.id } } }])
  for (let round = 1; round <= rounds; round++) {
    const after = 5 + Math.floor(random() * 395)
    const from = way === 'hasty' ? 'stands' : random() < 0.15 ? 'start' : 'ready'
    const words = [folder, String(Math.floor(random() * 2 ** 32)), ...(way ? [way] : [])]
    ledger.take(await runAndKill(child, words, { after, from }))
    if (round % 5 === 0 && round < rounds) continue

    const scene = await sceneIn(folder)
    const withoutJournal = await openWith(folder, memoryJournal())
    unsaved.push(...ledger.notSaved(await statesIn(withoutJournal)).map(lossIn(round, scene)))
    await withoutJournal.close()
    const journal = journalIn(folder)
    replayed += valueOf(await journal.leftOver()).entries.length
    const store = await openWith(folder, journal)
    lost.push(...ledger.settle(await statesIn(store)).map(lossIn(round, scene)))
    torn.push(
      ...store.view().troubles,
      ...(await validate(nodeFolder(projectIn(folder)), 'project')).problems,
    )
    await store.close()
    untold.push(...(await untoldIn(projectIn(folder))).map((what) => `round ${round}: ${what}`))
  }
  const names = await readdir(projectIn(folder), { recursive: true })
  const leftBehind = names.filter((name) => isTemporary(name.split(/[\\/]/).at(-1)!)).length
  const sorted = ledger.milliseconds.toSorted((a, b) => a - b)
  const at = (part: number) => Number((sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(2))
  const acknowledged = sorted.length
  const speed = { median: at(0.5), p95: at(0.95) }
  return { rounds, acknowledged, lost, unsaved, untold, torn, replayed, leftBehind, ...speed }
}

const lossIn =
  (round: number, scene: Scene) =>
  (lost: Lost): Loss => ({ round, ...lost, evidence: evidenceOf(lost.id, scene) })

const paragraph = 'Ada Quill met Zoë 🙂 in Dalmere. “We will talk,” she said, and nobody asked her when.'

/** A project with four articles. */
async function makeProject(folder: string): Promise<void> {
  const root = projectIn(folder)
  await mkdir(root, { recursive: true })
  const stamp = { id: 'killkillkillkill', name: 'Talks', created: '2031-03-12T09:00:00Z' }
  valueOf(await createProject(nodeFolder(root), root, stamp))
  const store = await openWith(folder, memoryJournal())
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday']) {
    const bytes = new TextEncoder().encode(`${day}\n\n${paragraph}\n\n${paragraph}\n`)
    const { article } = valueOf(readArticle({ name: `${day}.txt`, bytes }))
    valueOf(await store.addArticle(article, { bytes, extension: 'txt' }))
  }
  await store.close()
}

/** Every record that the store shows, and which codebook is in force. */
async function statesIn(store: Store): Promise<States> {
  const states = new Map<string, string | null>()
  for (const { summary } of store.view().articles)
    for (const record of valueOf(await store.openArticle(summary.id)).sets[0]!.records)
      states.set(record.id, canonical(record))
  const { registry, codebook } = store.view()
  for (const record of registry) states.set(record.id, canonical(record))
  states.set(IN_FORCE, canonical({ codebook: codebook.id }))
  return states
}
