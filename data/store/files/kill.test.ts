import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bundleChild } from './kill/victim'
import { killRounds } from './kill/rounds'
import { temporaryFolder } from './testing/temporary-folder'

/** How often `npm test` kills; `PARLEY_KILLS=200` asks for more, and for the figures. */
const asked = Number(process.env['PARLEY_KILLS'] ?? 0)
const seed = Number(process.env['PARLEY_SEED'] ?? Date.now() % 2 ** 32)

const kill = async (rounds: number, way?: 'hasty') => {
  const folder = await temporaryFolder()
  const child = await bundleChild(join(folder, 'bundle'))
  return killRounds({ child, folder: join(folder, 'work'), rounds, seed, ...(way && { way }) })
}

describe(`kill -9 in a burst of tagging (PARLEY_SEED=${seed})`, () => {
  it('loses nothing that was acknowledged, and leaves every file whole', async () => {
    const began = Date.now()
    const figures = await kill(asked || 40)
    const seconds = Math.round((Date.now() - began) / 1000)
    if (asked > 0) process.stdout.write(`${JSON.stringify({ ...figures, seconds }, null, 2)}\n`)
    expect(figures).toMatchObject({ lost: [], unsaved: [], untold: [], torn: [] })
    expect(figures.acknowledged).toBeGreaterThan(figures.rounds)
    expect(figures.replayed).toBeGreaterThan(0)
  }, 3_600_000)

  it('hears all that was acknowledged, however late it listens', async () => {
    const sleep = new Int32Array(new SharedArrayBuffer(4))
    const deaf = setInterval(() => void Atomics.wait(sleep, 0, 0, 400), 700)
    try {
      expect(await kill(5)).toMatchObject({ lost: [], unsaved: [], untold: [], torn: [] })
    } finally {
      clearInterval(deaf)
    }
  }, 120_000)

  it('would notice a journal that acknowledges before the disk has it', async () => {
    const { lost } = await kill(6, 'hasty')
    // After the fifth nobody looks, so that the next child does the replaying.
    expect([...new Set(lost.map(({ round }) => round))]).toEqual([1, 2, 3, 4, 6])
    const told = lost.map(({ evidence }) => evidence.join('\n'))
    expect(told.filter((places) => !/^journal.+its writer ended/m.test(places))).toEqual([])
  }, 120_000)
})
