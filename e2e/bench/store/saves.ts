import { join } from 'node:path'
import { v7 as uuid7 } from 'uuid'
import { makeRoot, nodeFolder } from '../../../data/store/files/node-folder'
import { openJournal } from '../../../data/store/files/node-journal'
import { openStore } from '../../../data/store/open-store'
import type { Store } from '../../../data/store/store'
import { median, ratioTo } from '../statistics'
import { randomOf } from '../workload/random'
import { spotsIn } from '../workload/scatter-tags'
import { annotators, type WrittenArticle } from '../workload/write-workload'

/** A project and an article in it to work on. */
export interface Place {
  readonly project: string
  /** An application folder of its own. */
  readonly home: string
  readonly article: WrittenArticle
}

/** Medians, in milliseconds. */
export interface Saves {
  /** From the command to its answer: this computer's disk has it. */
  readonly acknowledgedMs: number
  /** From the command to "Saved": the project folder has it. Without the time in which the saver waits for more. */
  readonly saveMs: number
  /** Medians of the ratios of each save to the one in the small project right before it. */
  readonly acknowledgedRatio: number
  readonly saveRatio: number
}

/** Tags words in a project and in a small one, in turn, through the store. */
export async function compareSaves(
  place: Place,
  small: Place,
  { times, seed }: { readonly times: number; readonly seed: number },
): Promise<Saves> {
  const stores = [await openedAt(place), await openedAt(small)] as const
  const took = { large: [] as Took[], small: [] as Took[] }
  try {
    const spots = [place, small].map(({ article }) => spotsIn(randomOf(seed, 'saves'), article, times + 3))
    for (let i = 0; i < times + 3; i++) {
      const [inSmall, inLarge] = [
        await save(stores[1], small, spots[1]![i]!),
        await save(stores[0], place, spots[0]![i]!),
      ]
      // The first ones run code that has never run.
      if (i < 3) continue
      took.small.push(inSmall)
      took.large.push(inLarge)
    }
  } finally {
    for (const store of stores) await store.close()
  }
  const all = (of: 'large' | 'small', what: keyof Took) => took[of].map((one) => one[what])
  return {
    acknowledgedMs: median(all('large', 'acknowledged')),
    saveMs: median(all('large', 'saved')),
    acknowledgedRatio: ratioTo(all('large', 'acknowledged'), all('small', 'acknowledged')),
    saveRatio: ratioTo(all('large', 'saved'), all('small', 'saved')),
  }
}

interface Took {
  readonly acknowledged: number
  readonly saved: number
}

async function save(
  store: Store,
  { article }: Place,
  span: { readonly start: number; readonly end: number },
): Promise<Took> {
  const began = performance.now()
  const reply = await store.carryOut({ do: 'annotate', article: article.id, spans: [span], label: 'actor' })
  const acknowledged = performance.now() - began
  const saving = await store.flush()
  const saved = performance.now() - began
  if (!reply.ok || saving.state !== 'saved') throw new Error(`A tag was not saved: ${JSON.stringify(reply)}`)
  return { acknowledged, saved }
}

async function openedAt({ project, home, article }: Place): Promise<Store> {
  const { id, name, device } = annotators(1)[0]!
  const vault = join(home, 'vault')
  await makeRoot(vault)
  const store = await openStore({
    folder: nodeFolder(project),
    root: project,
    journal: openJournal(join(home, 'journal')),
    vault: nodeFolder(vault),
    me: { annotator: { id, name }, device },
    clock: { now: () => new Date().toISOString(), newId: () => uuid7() },
  })
  if (!store.ok) throw new Error(`The project could not be opened: ${JSON.stringify(store.error)}`)
  const opened = await store.value.openArticle(article.id)
  if (!opened.ok) throw new Error(`The article could not be opened: ${JSON.stringify(opened.error)}`)
  if (store.value.view().looking) await counted(store.value)
  return store.value
}

/** Waits until the tags of a large project have been counted for the first time. */
const counted = (store: Store): Promise<void> =>
  new Promise((resolve) => {
    store.listen((event) => {
      if (event.is === 'looking' && event.looking === null) resolve()
    })
  })
