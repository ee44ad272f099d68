import { resolve } from 'node:path'
import type { Problem } from '../../model/problem'
import { ok, type Result } from '../../model/result'
import { KeepUp } from '../../record/index/keep-up'
import { ArticleTokens } from '../../record/index/article-tokens'
import { RecordIndex } from '../../record/index/record-index'
import type { Agreement } from '../../review/agreement'
import type { LayerFigures } from '../../review/figures'
import { agreementOf } from '../../review/layers/agreement-of'
import { comparedArticles } from '../../review/layers/article-work'
import { nodeFolder } from '../../store/files/node-folder'
import type { ProjectView } from '../../store/views'
import { chooseAnnotators } from '../choose'
import type { Command, Io } from '../command'
import { counted, oneLine } from '../one-line'
import { openProject, projectOption, viewOf } from '../open-project'
import { print, printJson, say, tell } from '../tell'

export const agreementCommand: Command = {
  name: 'agreement',
  usage: '--project DIR [--annotator A --annotator B …] [--threshold T] [--seed N] [--json]',
  about: 'Tells how far annotators agree, layer by layer.',
  more:
    'Without --annotator, all who have tagged are compared. An article counts when at least two of them have a tag on it or are done with ' +
    'it, and on it those are compared who have. A token is a word-like segment in the article’s language, and has a label when a tag of ' +
    'that label covers any of it. Where a coefficient is not defined, it is null, and “why” says why.',
  options: [
    projectOption,
    { name: 'annotator', value: 'A', about: 'whose tags, by name or id', many: true },
    {
      name: 'threshold',
      value: 'T',
      about: 'how much two tags must overlap to be matched, 0 to 1; else as in the project',
    },
    { name: 'seed', value: 'N', about: 'for the draws that intervals and γ come from; 1 without it' },
    { name: 'json', value: null, about: 'print a JSON object' },
  ],
  operands: { name: 'Nothing', least: 0, most: 0 },
  async run(given, io) {
    const threshold = numberIn(given.one('threshold'), (number) => number >= 0 && number <= 1)
    if (threshold === undefined) return { wrongUse: 'The option --threshold takes a number from 0 to 1.' }
    const seed = numberIn(given.one('seed'), (number) => Number.isInteger(number) && number >= 0)
    if (seed === undefined) return { wrongUse: 'The option --seed takes a whole number from 0 on.' }

    const folder = given.one('project')!
    const store = await openProject(folder, io)
    if (!store.ok) return tell(io, store.error)
    const view = viewOf(store.value)
    const chosen = chooseAnnotators(view, given.all('annotator'))
    if (!chosen.ok) {
      say(io, chosen.error)
      return 1
    }
    if (chosen.value?.length === 1) {
      say(io, 'Agreement needs two annotators: name another with --annotator, or none for all.')
      return 1
    }
    const root = resolve(io.cwd, folder)
    const index = await recordOf(root, view)
    if (!index.ok) return tell(io, index.error)
    const annotators = chosen.value ?? whoHasTags(index.value)
    const query = { annotators, articles: null, labels: null, threshold: threshold ?? view.review.threshold }
    const tokens = new ArticleTokens(nodeFolder(root))
    const agreement = await agreementOf(
      index.value,
      query,
      { tokens: (articles) => tokens.of(articles), next: async () => true },
      seed ?? 1,
    )
    if (!agreement) throw new Error('Nobody stopped it')
    const articles = comparedArticles(index.value, query).map(({ id }) => id)
    if (given.has('json')) printJson(io, asJson(agreement, articles))
    else printTable(io, agreement, view)
    say(io, `${counted(articles.length, 'article')} compared: on which at least two have a tag or are done.`)
    if (view.troubles.length === 0) return 0
    say(io, 'What the files named above hold is not counted, since they could not be read.')
    return 1
  },
}

/** `null` when nothing was given, `undefined` when it is no such number. */
function numberIn(text: string | null, isFit: (number: number) => boolean): number | null | undefined {
  if (text === null) return null
  const number = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN
  return isFit(number) ? number : undefined
}

/** Everybody's tags in the folder. */
async function recordOf(
  root: string,
  { codebook, registry, articles }: ProjectView,
): Promise<Result<RecordIndex, Problem>> {
  const index = new RecordIndex(codebook)
  index.putArticles(
    articles.map(({ summary }) => ({
      id: summary.id,
      title: summary.title,
      outlet: summary.outlet,
      day: summary.dateline?.date ?? summary.published?.slice(0, 10) ?? null,
    })),
  )
  index.setRegistry(registry)
  const look = new KeepUp(nodeFolder(root), index, '').look()
  for (let step = await look.next(); !step.done; step = await look.next()) continue
  return ok(index)
}

const whoHasTags = ({ pages, annotators }: RecordIndex): readonly string[] =>
  [...new Set(pages.flatMap((page) => (page ? [annotators.textOf(page.annotator)] : [])))].toSorted()

type Told = Readonly<Record<string, unknown>>

/** By the first word of the layers' names, then by what follows it. */
function asJson({ query, layers, by }: Agreement, articles: readonly string[]): Told {
  const { annotators, threshold } = query
  return {
    annotators,
    articles,
    threshold,
    layers: byLayer(layers),
    ...(annotators.length > 2 && {
      pairs: by.pair.map((slice) => ({ annotators: slice.of, layers: byLayer(slice.layers) })),
    }),
  }
}

/** What is about all labels, or all types of links, has a name of its own, so that what stands under a layer are labels and types. */
const ofAll: Readonly<Record<string, string>> = {
  'tokens:*': 'anyToken',
  'spans:*': 'anySpan',
  'units:*': 'anyUnit',
}

function byLayer(layers: readonly LayerFigures[]): Told {
  const told: Record<string, unknown> = {}
  const groups: Record<string, Record<string, Told>> = { tokens: {}, spans: {} }
  for (const each of layers) {
    const [name = '', part] = (ofAll[each.layer] ?? each.layer).split(':')
    if (part === undefined) told[name] = figuresIn(each)
    else
      (groups[name === 'links' ? 'linkTypes' : name === 'attribute' ? 'attributes' : name] ??= {})[part] =
        figuresIn(each)
  }
  return { ...groups, ...told }
}

function figuresIn({ n, observed, figures }: LayerFigures): Told {
  const why = figures.flatMap(({ name, measured }) => (measured.why ? [[name, measured.why] as const] : []))
  const intervals = figures.flatMap(({ name, interval }) => (interval ? [[name, interval] as const] : []))
  return {
    n,
    observed,
    ...Object.fromEntries(figures.map(({ name, measured }) => [name, measured.value])),
    ...(intervals.length > 0 && { intervals: Object.fromEntries(intervals) }),
    ...(why.length > 0 && { why: Object.fromEntries(why) }),
  }
}

function printTable(io: Io, { query, layers }: Agreement, { people }: ProjectView): void {
  const names = query.annotators.map((id) => people.find((person) => person.id === id)?.name ?? id)
  print(io, oneLine(names.join(', ')))
  for (const { layer, n, observed, figures } of layers) {
    if (n === 0) continue
    const told = figures.map(({ name, measured, interval }) => {
      const value = measured.value === null ? `not defined (${measured.why})` : measured.value.toFixed(3)
      const range = interval ? ` (${interval.map((end) => end.toFixed(3)).join(' to ')})` : ''
      return `${name} ${value}${range}`
    })
    print(io, `${layer}: n ${n}, observed ${observed?.toFixed(3) ?? '–'}, ${told.join(', ')}`)
  }
}
