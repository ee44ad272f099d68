import { randomFrom } from '../kill/random'
import { spoil } from './fuzz-case'
import { runCase, type Finding, type FolderOn } from './run-case'
import { writeValidFiles } from './valid-files'

export interface FuzzFigures {
  /** Spoilt ones. */
  readonly files: number
  /** Problems told, each about one file. */
  readonly refused: number
  readonly accepted: number
  readonly crashes: number
  readonly hangs: number
  /** Files that opening or validating changed, or importing did that it had no business with. */
  readonly changed: number
  /** Calls that reached something outside the project. */
  readonly strayed: number
  /** Refusals that do not name the file and the place. */
  readonly unplaced: number
  /** Whole files that a spoilt one took with it, and received ones that cannot be read back. */
  readonly takenDown: number
}

export interface FuzzPlan {
  readonly files: number
  readonly seed: number
  /** Hears of each thing that must not be, with the seed of its case. */
  readonly tell?: (finding: Finding, of: { readonly case: number; readonly did: readonly string[] }) => void
  /** Hears when a case begins. */
  readonly begin?: (seed: number) => void
  readonly folderOn?: FolderOn
}

/** Spoils at least so many files, a few at a time, and gives them to open, import-set and validate. */
export async function runFuzz({ files, seed, tell, begin, folderOn }: FuzzPlan): Promise<FuzzFigures> {
  const valid = await writeValidFiles()
  const seeds = randomFrom(seed)
  const counts = { crash: 0, hang: 0, changed: 0, strayed: 0, unplaced: 0, 'taken-down': 0 }
  let [spoilt, refused] = [0, 0]
  while (spoilt < files) {
    const caseSeed = Math.floor(seeds() * 2 ** 32)
    begin?.(caseSeed)
    const fuzzCase = spoil(randomFrom(caseSeed), valid)
    const { findings, problems } = await runCase(fuzzCase, valid, folderOn)
    spoilt += fuzzCase.did.length
    const named = new Set(problems.map((problem) => ('file' in problem ? problem.file : problem.kind)))
    refused += Math.min(named.size, fuzzCase.did.length)
    for (const finding of findings) {
      counts[finding.kind]++
      tell?.(finding, { case: caseSeed, did: fuzzCase.did })
    }
  }
  const { crash: crashes, hang: hangs, changed, strayed, unplaced } = counts
  const accepted = spoilt - refused
  return {
    files: spoilt,
    refused,
    accepted,
    crashes,
    hangs,
    changed,
    strayed,
    unplaced,
    takenDown: counts['taken-down'],
  }
}
