import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unpack } from '../../../data/record/packed'
import type { LearntNames } from '../../../data/record/evidence'
import { builtInCodebook } from '../../../data/model/built-in-codebook'
import { contentId } from '../../../data/model/ids'
import { RecordDesk } from '../../../data/record/index/record-desk'
import { nodeFolder, ownFolder } from '../../../data/store/files/node-folder'
import type { Bench } from '../suites/suite'
import { annotators } from '../workload/write-workload'
import { measureIndex } from './measure-index'
import { measurePalette } from './measure-palette'
import { measureWindow } from './measure-window'
import { PEOPLE, registryOf, TAGS_EACH, writeRegistryWorkload, type TaggedArticle } from './registry-workload'

/** Measures a project with 5,000 actors, 2,000 positions and twenty tags an article, and gives its figures. */
export async function measureRegistry(bench: Bench, articles: number): Promise<unknown> {
  const { folder, repetitions, seed, say } = bench
  const workload = { seed, articles, actors: 5_000, positions: 2_000 }
  // Writing takes longer than measuring; a folder that is named here keeps the project for the next run.
  const kept = process.env['PARLEY_BENCH_KEEP']
  const root = join(kept ?? folder, `registry-${articles}`)
  const list = `${root}.json`
  if (!existsSync(list)) {
    say(`registry: writing ${articles} articles with ${articles * PEOPLE * TAGS_EACH} tags`)
    writeFileSync(list, JSON.stringify(await writeRegistryWorkload(root, workload)))
  }
  const written: readonly TaggedArticle[] = JSON.parse(readFileSync(list, 'utf8'))
  const registry = registryOf(workload)
  const project = contentId(`workload ${seed}`).slice(0, 16)
  const vault = join(folder, `registry-vault-${articles}`)
  say('registry: the record')
  const index = await measureIndex({ root, vault, articles: written, registry, project, repetitions })
  say('registry: the palette')
  const desk = await RecordDesk.open({
    folder: nodeFolder(root),
    vault: ownFolder(vault),
    project,
    me: annotators(1)[0]!.id,
    codebook: builtInCodebook,
    registry,
    articles: [],
    told: () => {},
    pause: async () => {},
  })
  const learnt = unpack<LearntNames>(JSON.stringify(desk.answers.learntNames()))
  const palette = measurePalette(registry, learnt)
  say('registry: the window')
  const window = await measureWindow(root, join(folder, `registry-home-${articles}`), written.at(-1)!.title)
  if (!kept) rmSync(root, { recursive: true, force: true, maxRetries: 5 })
  const { actors, positions } = workload
  return {
    suite: 'registry',
    articles,
    tags: articles * PEOPLE * TAGS_EACH,
    actors,
    positions,
    palette,
    index,
    window,
  }
}
