import type { Problem } from '../../../model/problem'
import { fileOf, type Node, type Tree } from '../../../samples/fuzz/tree'
import { openStore } from '../../open-store'
import type { Folder } from '../../ports'
import type { Store } from '../../store'
import { validate } from '../../validate'
import { nodeFolder } from '../node-folder'
import { openJournal } from '../node-journal'
import type { FileSystem } from '../file-system'
import type { Processes } from '../processes'
import { lackIn } from './check-problem'
import { importSet, outside, type FuzzCase } from './fuzz-case'
import { onDisk, treeDisk, type TreeDisk } from './tree-disk'
import { clock, type ValidFiles } from './valid-files'

/** Something that must never be, whatever stands in a file. */
export interface Finding {
  readonly kind: 'crash' | 'hang' | 'changed' | 'strayed' | 'unplaced' | 'taken-down'
  readonly what: string
}

export interface Outcome {
  readonly findings: readonly Finding[]
  /** All that was refused, in the order in which it was. */
  readonly problems: readonly Problem[]
}

/** Milliseconds that one step may take. */
const PATIENCE = 2_000
const journalName = 'journal/001900000000000-000001.4242-fuzz.ndjson'
const processes: Processes = { self: '1-self', stateOf: () => 'ended' }

/** The folder and the project's path that a case is run in; a test may give one that is not as careful. */
export type FolderOn = (root: string, disk: FileSystem) => Folder

/** Validates and opens a spoilt project, opens its articles and imports the sets, and looks at what that did to the disk. */
export async function runCase(
  { project, journal, sets, touched }: FuzzCase,
  { me, project: valid }: ValidFiles,
  folderOn: FolderOn = nodeFolder,
): Promise<Outcome> {
  const tree: Tree = new Map([...project].map(([path, node]) => [`project/${path}`, node]))
  for (const [path, node] of valid) tree.set(`${outside.folder}/${path}`, node)
  tree.set(outside.file, fileOf(new TextEncoder().encode('{"format":"parley/person","name":"Canary"}')))
  if (journal) tree.set(journalName, fileOf(journal))
  const disk = treeDisk(tree, ['project', 'journal'])
  const findings: Finding[] = []
  const problems: Problem[] = []
  const find = (kind: Finding['kind'], what: string) => void findings.push({ kind, what })

  const step = async <T>(name: string, work: () => Promise<T>): Promise<T | null> => {
    const [began, busy] = [performance.now(), process.cpuUsage()]
    try {
      return await work()
    } catch (error) {
      find('crash', `${name}: ${error instanceof Error ? error.stack : String(error)}`)
      return null
    } finally {
      const took = performance.now() - began
      // On a machine that does other things as well, a step is slow only if it works so long.
      const { user, system } = process.cpuUsage(busy)
      if (took > PATIENCE && (user + system) / 1000 > PATIENCE)
        find('hang', `${name}: ${Math.round(took)} ms`)
    }
  }

  const root = onDisk('project')
  const folder = folderOn(root, disk)
  const before = new Map(tree)
  problems.push(...((await step('validate', () => validate(folder, root)))?.problems ?? []))
  findChanges(
    before,
    disk,
    () => false,
    (path) => find('changed', `validate: ${path}`),
  )

  const ports = {
    folder,
    root,
    journal: openJournal(onDisk('journal'), disk, processes),
    vault: null,
    me,
    clock,
  }
  const opened = await step('open', () => openStore(ports))
  if (opened && !opened.ok) problems.push(opened.error)
  const store = opened?.ok ? opened.value : null
  problems.push(...(store?.view().troubles ?? []))
  const listed = new Set(store?.view().articles.map(({ summary }) => summary.id))
  for (const id of articlesIn(valid)) {
    const whole = !touched.some((path) => concerns(path, id))
    if (!store) continue
    if (whole && !listed.has(id)) find('taken-down', `${id} is not in the list`)
    const article = await step('open article', () => store.openArticle(id))
    if (article && !article.ok && whole) find('taken-down', `${id}: ${JSON.stringify(article.error)}`)
  }
  // What the journal owes, and what another version of my own file has, goes into my own files, and nowhere else.
  const own = `project/work/${me.annotator.id}/`
  const mine = (path: string) => path.startsWith(own) && (journal !== null || hasTwin(before, path))
  findChanges(
    before,
    disk,
    (path) => mine(path) || path.startsWith('journal/'),
    (path) => find('changed', `open: ${path}`),
  )

  if (store)
    for (const set of sets) await receive(store, set, disk, { step, find, problems, folder, root, mine })
  await step('close', async () => store?.close())
  for (const call of disk.strayed) find('strayed', call)
  for (const problem of problems) {
    const lack = lackIn(problem)
    if (lack !== null) find('unplaced', `${lack}: ${JSON.stringify(problem).slice(0, 500)}`)
  }
  if ('polluted' in {}) {
    find('crash', 'the prototype of every object has a new key')
    Reflect.deleteProperty(Object.prototype, 'polluted')
  }
  return { findings, problems }
}

interface Around {
  readonly step: <T>(name: string, work: () => Promise<T>) => Promise<T | null>
  readonly find: (kind: Finding['kind'], what: string) => void
  readonly problems: Problem[]
  readonly folder: Folder
  readonly root: string
  /** Whether a file of mine may be written at any time. */
  readonly mine: (path: string) => boolean
}

/** Imports the set: new files in the inbox and new articles, all of which can be read back, and nothing else. */
async function receive(
  store: Store,
  set: FuzzCase['sets'][number],
  disk: TreeDisk,
  around: Around,
): Promise<void> {
  const { step, find, problems, folder, root, mine } = around
  const before = new Map(disk.tree)
  const read = await step('read set', () => importSet(store, set))
  if (!read) return
  if (!read.ok) return void problems.push(read.error)
  const received = await step('receive set', () => store.receiveSet(read.value))
  if (received && !received.ok) problems.push(received.error)
  const isNew = (path: string) => !before.has(path) && /^project\/(inbox|articles)\//.test(path)
  findChanges(
    before,
    disk,
    (path) => isNew(path) || mine(path),
    (path) => find('changed', `receive: ${path}`),
  )
  if (!received?.ok) return

  const written = [...disk.tree.keys()].filter(isNew).map((path) => path.slice('project/'.length))
  const again = await step('validate again', () => validate(folder, root))
  for (const problem of again?.problems ?? [])
    if ('file' in problem && written.includes(problem.file) && !mayBeElsewhere(problem))
      find('taken-down', `what was received cannot be read: ${JSON.stringify(problem).slice(0, 500)}`)
}

/** Whether a file that belongs to the same document lies beside this one under another name, as sync programs leave them. */
function hasTwin(tree: ReadonlyMap<string, Node>, path: string): boolean {
  const stem = path.replace(/\.(json|log)$/, '').toLowerCase()
  const usual = [`${stem}.json`, `${stem}.log`]
  return [...tree.keys()].some(
    (other) =>
      other.toLowerCase().startsWith(stem) && (!usual.includes(other) || other !== other.toLowerCase()),
  )
}

/** A set may use labels and link types of its own codebook, and name actors of the project it came from. */
const mayBeElsewhere = (problem: Problem): boolean =>
  problem.kind === 'bad-file' && /^items\..*\.(label|type|means)$/.test(problem.where)

function findChanges(
  before: ReadonlyMap<string, Node>,
  { tree }: TreeDisk,
  allowed: (path: string) => boolean,
  found: (path: string) => void,
): void {
  const same = (a: Node | undefined, b: Node | undefined) =>
    a === b || (a?.is === 'file' && b?.is === 'file' && Buffer.compare(a.bytes, b.bytes) === 0)
  for (const path of new Set([...before.keys(), ...tree.keys()]))
    if (!same(before.get(path), tree.get(path)) && !allowed(path)) found(path)
}

const articlesIn = (valid: Tree): string[] =>
  [...valid.keys()].flatMap((path) => /^articles\/..\/(.{26})\/article\.json$/.exec(path)?.[1] ?? [])

/** Whether a spoilt file or folder may rightly keep an article from being opened. */
const concerns = (path: string, id: string): boolean =>
  `articles/${id.slice(-2)}/${id}/article.json`.startsWith(path) || path === 'project.json'
