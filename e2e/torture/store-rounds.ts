import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { killRounds, type Figures } from '../../data/store/files/kill/rounds'
import { bundleChild } from '../../data/store/files/kill/victim'
import type { Killed, Torture } from './torture'

/** Programs that are killed side by side, each with a project of its own: they mostly wait for their disk and their death. */
const LANES = 3

/** Rounds after which a lane begins a new project: each check reads all that was ever done in it. */
const PROJECT = 40

/** Kills a program that tags through the store as fast as it can, and counts what it acknowledged and what is there. */
export async function storeRounds(rounds: number, { seed, folder, say }: Torture): Promise<Killed> {
  const child = await bundleChild(join(folder, 'bundle'))
  const shares = Array.from({ length: Math.ceil(rounds / PROJECT) }, (_, i) =>
    Math.min(PROJECT, rounds - i * PROJECT),
  )
  const figures: Figures[] = []
  const waiting = shares.entries()
  const lane = async () => {
    for (const [i, share] of waiting) {
      const work = join(folder, `project-${i}`)
      const killed = await killRounds({ child, folder: work, rounds: share, seed: (seed + i) % 2 ** 32 })
      tell(killed, say)
      figures.push(killed)
      rmSync(work, { recursive: true, force: true })
    }
  }
  // One that fails waits for the others, whose folders are not to go from under them.
  const ended = await Promise.allSettled(Array.from({ length: LANES }, lane))
  for (const one of ended) if (one.status === 'rejected') throw one.reason
  const sum = (count: (one: Figures) => number) => figures.reduce((total, one) => total + count(one), 0)
  return {
    rounds: sum((one) => one.rounds),
    acknowledged: sum((one) => one.acknowledged),
    lost: sum(({ lost, unsaved, untold }) => lost.length + unsaved.length + untold.length),
    unreadable: sum(({ torn }) => torn.length),
  }
}

function tell({ lost, unsaved, untold, torn, ...figures }: Figures, say: (sentence: string) => void): void {
  for (const one of lost) say(`Acknowledged and lost: ${JSON.stringify(one)}`)
  for (const one of unsaved) say(`“Saved” and not in the folder: ${JSON.stringify(one)}`)
  for (const one of untold) say(`In the document and not in its history: ${one}`)
  for (const one of torn) say(`Not whole: ${JSON.stringify(one)}`)
  say(`One of the projects: ${JSON.stringify(figures)}`)
}
