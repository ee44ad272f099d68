import { builtInCodebook } from '../../../data/model/built-in-codebook'
import type { Annotation, RegistryRecord } from '../../../data/model/records'
import { plainArticle } from '../../../data/samples/annotated'
import type { LearntNames } from '../../../data/record/evidence'
import { withListsOf } from '../../../renderer/meaning/lists-of'
import type { Scene } from '../../../renderer/statements/row'
import { asked } from '../../../renderer/statements/rows'

/** What the palette takes to answer a press of a key, in milliseconds. */
export interface PaletteFigures {
  /** Opened, before anything is typed, with nothing made ready: the window does that before, while nothing else is to be done. */
  readonly openColdMs: number
  /** Opened when the names are ready; and when one tag more has taught what somebody is called, and that is not ready yet. */
  readonly openMs: number
  readonly openTaughtMs: number
  /** The first letter, at which names are made ready. */
  readonly firstMs: number
  readonly p50: number
  readonly p95: number
  readonly longest: number
}

const typed = ['reszek 12', 'harrow', 'the envoy of dist', 'mr quill', 'kasmir', 'nadia lorn 8', 'zzyzx', 'o']

/** What was learnt as it comes after one more tag: every list is another object, one says something else. */
function taughtMore(learnt: LearntNames): LearntNames {
  const [[id, called]] = Object.entries(learnt.entries) as [[string, LearntNames['entries'][string]]]
  return withListsOf(learnt, {
    version: learnt.version + 1,
    entries: { ...structuredClone(learnt.entries), [id]: [...called, ['a name of today', 1]] },
  })
}

/** Asks whom an actor tag means, among all actors, and types names letter by letter. */
export function measurePalette(registry: readonly RegistryRecord[], learnt: LearntNames): PaletteFigures {
  const text = 'He said so.'
  const { id: _, ...rest } = plainArticle(text)
  const article: Scene['article'] = { format: 'parley/article', schema: 1, id: 'a'.repeat(26), ...rest }
  const made = '2031-11-20T09:00:00.000Z'
  const tag: Annotation = {
    is: 'annotation',
    id: '00000000-0000-7000-8000-000000000001',
    created: made,
    modified: made,
    article: article.id,
    label: 'actor',
    target: [{ start: 0, end: 2, quote: 'He', prefix: '', suffix: ' said so.' }],
    attributes: {},
    note: '',
    means: null,
    codebook: builtInCodebook.id,
  }
  const scene: Scene = {
    article,
    records: new Map([[tag.id, tag]]),
    codebook: builtInCodebook,
    registry,
    learnt,
  }
  const times: number[] = []
  const timed = <T>(work: () => T): [number, T] => {
    const from = performance.now()
    const value = work()
    return [performance.now() - from, value]
  }
  const open = (opened: Scene) => {
    const answers = asked(opened, { is: 'meaning', of: 'actor' }, tag)
    answers('')
    return answers
  }
  const [openColdMs] = timed(() => open(scene))
  const [openMs] = timed(() => open(scene))
  const taught = { ...scene, learnt: taughtMore(learnt) }
  const [openTaughtMs, ask] = timed(() => open(taught))
  const [firstMs] = timed(() => ask('r'))
  for (const words of typed)
    for (let i = 1; i <= words.length; i++) times.push(timed(() => ask(words.slice(0, i)))[0])
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
  return { openColdMs, openMs, openTaughtMs, firstMs, p50: at(0.5), p95: at(0.95), longest: at(1) }
}
