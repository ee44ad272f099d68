import { cpSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { v5 as uuid5 } from 'uuid'
import { builtInCodebook } from '../../../data/model/built-in-codebook'
import { nodeFolder } from '../../../data/store/files/node-folder'
import type { BenchWindow } from '../window/attach'
import { clickInList, isOpen, openParley } from '../window/parley'
import { articleText } from '../workload/article-text'
import { randomOf } from '../workload/random'
import { scatterTags } from '../workload/scatter-tags'
import {
  annotators,
  writeArticle,
  writeProject,
  writeTags,
  type WrittenArticle,
} from '../workload/write-workload'
import { busyOf, heapOf, sessionOf } from './browsers'
import { readerWorkload, type Size, type Spot } from './reader-workload'
import type { Took, WindowRound } from './rounds'

/** A project for one size, to be copied for every round. */
export interface WindowProject {
  readonly folder: string
  /** A short article, open at the start. */
  readonly resting: WrittenArticle
  readonly article: WrittenArticle
  readonly spots: readonly Spot[]
}

const NAMESPACE = '5b0cbb5c-0a0e-5d5b-9a3f-3a1d6a6f7c11'
const idOf = (seed: number, name: string): string => uuid5(`${seed}/${name}`, NAMESPACE)

/** Writes the article of the readers, with its tags, into a project of the program. */
export async function writeWindowProject(root: string, seed: number, size: Size): Promise<WindowProject> {
  const folder = nodeFolder(root)
  const people = annotators(1)
  const project = await writeProject(root, { seed, annotators: people }, folder)
  const short = articleText(seed, 0, 300)
  const rest = await writeArticle(folder, short, 0)
  // The program begins with the newest article that has tags.
  const spoken = scatterTags(randomOf(seed, 'resting'), short, 3).map((tag, i) => ({
    ...tag,
    id: idOf(seed, `rest-${i}`),
  }))
  await writeTags(folder, project, people[0]!, rest, spoken)
  const { text, paragraphs, tags, spots } = readerWorkload(seed, size)
  const title = `A report of ${size.words} words with ${size.tags} tags`
  const blocks = paragraphs.map((span) => ({ ...span, type: 'paragraph' as const }))
  const article = await writeArticle(folder, { title, text }, 1, blocks)
  const named = tags.map((tag) => ({ ...tag, id: idOf(seed, tag.id) }))
  await writeTags(folder, project, people[0]!, article, named)
  return {
    folder: root,
    resting: { ...short, id: rest.id, tags: [spoken] },
    article: { id: article.id, title, text, paragraphs: paragraphs.map((span) => [span]), tags: [named] },
    spots,
  }
}

/** The whole program: opens the article from the list and tags words by key, in a process and a project of its own. */
export async function measureWindow(
  { folder, resting, article, spots }: WindowProject,
  scratch: string,
  round: number,
  tags: number,
): Promise<WindowRound> {
  const place = mkdtempSync(join(scratch, 'window-'))
  const project = join(place, 'project')
  cpSync(folder, project, { recursive: true })
  const parley = await openParley(project, join(place, 'home'))
  try {
    const session = await sessionOf(parley.page)
    await parley.page.getByRole('article', { name: resting.title }).waitFor()
    await parley.quiet()
    const click = await clickInList(parley, article)
    await parley.quiet()
    // After the row was found: what finds it is loaded into the page the first time, and takes half a megabyte.
    const heapBefore = await heapOf(session)
    const busy = await busyOf(session)
    const [opened] = await parley.measure('click', [isOpen(article)], click)
    const openMainThreadMs = (await busyOf(session)) - busy
    await parley.quiet()
    const wholeHeapMb = await heapOf(session)
    const took: Took[] = []
    for (let i = 0; i < tags; i++) {
      const spot = spots[(round * tags + i) % spots.length]!
      await selectSpot(parley, article, spot)
      const { key } = builtInCodebook.labels.find(({ id }) => id === spot.label)!
      const before = await busyOf(session)
      const [painted] = await parley.measure('keydown', [{ is: 'new-tag' }], () =>
        parley.page.keyboard.press(key),
      )
      took.push({ ms: painted!.ms, mainThreadMs: (await busyOf(session)) - before })
    }
    return { openMs: opened!.ms, openMainThreadMs, heapMb: wholeHeapMb - heapBefore, wholeHeapMb, tags: took }
  } finally {
    await parley.close()
  }
}

async function selectSpot(
  parley: BenchWindow,
  { text }: WrittenArticle,
  { start, end }: Spot,
): Promise<void> {
  await parley.page.evaluate((words) => window.benchClock.select(words), text.slice(start, end))
  await parley.quiet()
}
