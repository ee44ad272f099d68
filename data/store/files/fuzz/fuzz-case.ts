import { formatById } from '../../../formats'
import type { Problem } from '../../../model/problem'
import { failed, type Result } from '../../../model/result'
import { spoilFile, type Spoilt } from '../../../samples/fuzz/mutate-file'
import { spoilTree } from '../../../samples/fuzz/mutate-tree'
import { chosen, upTo, type Random } from '../../../samples/fuzz/random'
import { fileOf, filesIn, type Tree } from '../../../samples/fuzz/tree'
import type { AnnotationSet } from '../../../model/annotation-set'
import type { Store } from '../../store'
import { encoderFor, lineOf, type ValidFiles } from './valid-files'

/** A spoilt project with what comes to it from outside, and what was done. */
export interface FuzzCase {
  readonly project: Tree
  /** Empty when no session was interrupted. */
  readonly journal: Uint8Array | null
  /** Sets to import, one after the other. */
  readonly sets: ValidFiles['sets']
  /** A line for each spoilt file. */
  readonly did: readonly string[]
  /** Paths of the project that are not as they were, files and folders. */
  readonly touched: readonly string[]
}

export const outside = { file: 'outside/canary.json', folder: 'outside/folder', project: 'project' } as const

/** Spoils a few files at once, as a bad disk or a hostile hand would; the rest of the project is to work all the same. */
export function spoil(random: Random, valid: ValidFiles): FuzzCase {
  const project: Tree = new Map(valid.project)
  const did: string[] = []
  const touched: string[] = []
  for (let files = 2 + upTo(random, 5); files > 0; files--) {
    const path = chosen(random, filesIn(project))
    const node = project.get(path)
    if (node?.is !== 'file' || touched.includes(path)) continue
    const spoilt = spoilFile(random, node.bytes, { ids: valid.ids, encode: encoderFor(path) })
    project.set(path, fileOf(spoilt.bytes))
    did.push(`${path} ${spoilt.did}`)
    touched.push(path)
  }
  if (random() < 0.4) {
    const moved = spoilTree(random, project, outside)
    did.push(`${moved.paths.join(' and ')}: ${moved.did}`)
    touched.push(...moved.paths)
  }
  const journal = random() < 0.3 ? spoilJournal(random, valid, did) : null
  const sets = valid.sets.map((whole) => {
    const spoilt = spoilFile(random, whole.bytes, { ids: valid.ids, encode: null })
    did.push(`set ${whole.format}: ${spoilt.did}`)
    return { ...whole, bytes: spoilt.bytes }
  })
  return { project, journal, sets, did, touched }
}

/** Spoils one line, mostly under a sum that fits, or the file as a whole. */
function spoilJournal(random: Random, { journal, ids, project }: ValidFiles, did: string[]): Uint8Array {
  const bad = upTo(random, journal.length)
  const chance = random()
  const { bytes, did: how } =
    random() < 0.2
      ? toAnother(random, journal[bad]!, project)
      : spoilFile(random, journal[bad]!, { ids, encode: null })
  did.push(`journal: ${how}`)
  const whole = Buffer.concat(journal.map((json, i) => lineOf(i === bad && chance < 0.7 ? bytes : json)))
  return chance < 0.7 ? whole : spoilFile(random, whole, { ids, encode: null }).bytes
}

/** A change that says it belongs into another file of the project: somebody else's, say. */
function toAnother(random: Random, json: Uint8Array, project: Tree): Spoilt {
  const path = chosen(random, filesIn(project, 'work/'))
  const entry: object = JSON.parse(new TextDecoder().decode(json))
  return { did: `a change to ${path}`, bytes: new TextEncoder().encode(JSON.stringify({ ...entry, path })) }
}

/** What import-set does with a file's bytes, as the command line has it. */
export async function importSet(
  store: Store,
  { format, name, bytes }: FuzzCase['sets'][number],
): Promise<Result<AnnotationSet, Problem>> {
  const found = formatById(format)
  if (!found.ok) return found
  if (bytes.length === 0) return failed({ kind: 'empty-file', file: name })
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return failed({ kind: 'not-text', file: name })
  }
  return found.value.read!({ name, text }, store.knownArticles())
}
