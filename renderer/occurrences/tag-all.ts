import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { v7 as uuid7 } from 'uuid'
import { labelOf } from '../../data/model/codebook'
import { mayMean } from '../../data/model/meaning'
import { Registry } from '../../data/model/registry'
import { MOST_LISTED, type Finding, type FoundIn } from '../../data/record/occurrences/occurrence'
import { occurrencesAt } from '../../data/record/occurrences/occurrences-at'
import type { SingleCommand } from '../../data/store/registry-commands'
import type { FindOptions } from '../../data/text/find'
import { learn } from '../meaning/learnt'
import type { Meant } from '../meaning/MeaningField'
import type { Kind } from '../meaning/meanings'
import { newActor } from '../meaning/new-entry'
import { activeReader } from '../reader/active-reader'
import { repeatedLabel } from '../reader/tagging'
import { carryOut, closeDialog, isRefusedInPast, openDialog, say } from '../state/actions'
import { searchAll } from '../state/searching'
import { store } from '../state/store'
import { annotationsIn, quoteOf } from '../state/tags'
import { counted } from '../ui/words'
import { optionsFor, searchableOf } from './here'
import { commandsFor, linesOf, turnAll, type As, type Line, type Turned } from './hits'

/** What is looked for, and as what it is to be tagged. */
export interface TagAll {
  readonly words: string
  readonly options: FindOptions
  readonly isEverywhere: boolean
  readonly label: string
  readonly means: Meant | null
  readonly found: readonly FoundIn[]
  readonly progress: Progress
  readonly turned: Turned
  /** The step is on its way. */
  readonly isTagging: boolean
}

/** How far the looking is. */
export type Progress = Omit<Finding, 'found'> & {
  /** The looking was stopped before its end. */
  readonly isStopped: boolean
}

const noProgress: Progress = {
  done: 0,
  of: 1,
  places: 0,
  articles: 0,
  troubles: [],
  isOver: false,
  isStopped: false,
}

const atFirst: TagAll = {
  words: '',
  options: optionsFor(''),
  isEverywhere: false,
  label: '',
  means: null,
  found: [],
  progress: noProgress,
  turned: new Set(),
  isTagging: false,
}

const tagAll = createStore<TagAll>()(() => atFirst)

export const useTagAll = <T>(part: (state: TagAll) => T): T => useStore(tagAll, part)

/** Words longer than this are no longer looked for everywhere. */
const LONGEST = 300

/** What the panel begins with. */
export interface Wanted {
  readonly words: string
  readonly label?: string
  readonly means?: string | null
  readonly isEverywhere?: boolean
}

/** What is selected, words or a tag of mine, as something to tag everywhere; `null` when nothing is. */
export function wantedNow(): Wanted | null {
  const { open, selected } = store.getState()
  const view = activeReader()
  const picked = view?.picked
  if (view && picked) return { words: view.text.text.slice(picked.start, picked.end) }
  const tag = selected === null ? undefined : open?.mine.records.get(selected)
  if (tag?.is !== 'annotation') return null
  return { words: quoteOf(tag), label: tag.label, means: tag.means }
}

/** Opens the panel for what is selected. */
export function openTagAll(wanted: Wanted | null = wantedNow()): void {
  if (isRefusedInPast()) return
  const { project } = store.getState()
  if (!project) return
  const words = wanted?.words.replace(/\s+/gu, ' ').trim() ?? ''
  if (!wanted || words === '')
    return say('Select the words first, or a tag of yours that stands on them. Then Shift+A finds them all.')
  if (words.length > LONGEST)
    return say(`So many words stand nowhere else. Select fewer than ${LONGEST} characters.`)
  const { label = repeatedLabel(), means = null, isEverywhere = false } = wanted
  const { labels } = project.codebook
  const id = means === null ? undefined : Registry.of(project.registry).get(means)?.id
  tagAll.setState({
    ...atFirst,
    words,
    options: optionsFor(words),
    isEverywhere,
    label: labelOf(project.codebook, label ?? '')?.id ?? labels[0]?.id ?? '',
    means: id === undefined ? null : { is: 'entry', id },
  })
  openDialog('tag-all')
  void learn()
  look()
}

let stop: () => void = () => undefined

/** Looks for other words, or otherwise, or elsewhere. */
export function change(parts: Partial<Pick<TagAll, 'words' | 'options' | 'isEverywhere'>>): void {
  tagAll.setState(parts)
  look()
}

function look(): void {
  stop()
  const { words, options, isEverywhere } = tagAll.getState()
  tagAll.setState({ found: [], progress: noProgress, turned: new Set() })
  if (words.trim() === '') return tagAll.setState({ progress: { ...noProgress, done: 1, isOver: true } })
  const open = store.getState().open
  if (isEverywhere)
    stop = searchAll({ words, ...options }, open?.article.id ?? null, ({ found, ...progress }) =>
      tagAll.setState((state) => ({
        found: found.length === 0 ? state.found : [...state.found, ...found],
        progress: {
          ...progress,
          troubles: [...state.progress.troubles, ...progress.troubles],
          isStopped: false,
        },
      })),
    )
  else if (open) {
    const { id: article, title, language, text } = open.article
    const spans = searchableOf(open.article).find(words, options)
    const tags = [...annotationsIn(open.mine.records)]
    const occurrences = occurrencesAt(text, spans.slice(0, MOST_LISTED), tags)
    const places = spans.length
    tagAll.setState({
      found: places === 0 ? [] : [{ article, title, language, occurrences }],
      progress: { ...noProgress, done: 1, places, articles: Math.min(places, 1), isOver: true },
    })
  }
}

/** Ends the looking; what was found stays. */
export function stopLooking(): void {
  stop()
  tagAll.setState(({ progress }) => ({ progress: { ...progress, isOver: true, isStopped: true } }))
}

/** Closes the panel, and looks no further. */
export function leaveTagAll(): void {
  stop()
  tagAll.setState(atFirst)
  if (store.getState().dialog === 'tag-all') closeDialog()
}

/** What may be meant by tags with a label. */
export const kindsFor = (label: string): readonly Kind[] =>
  (['actor', 'position'] as const).filter((is) => mayMean(label, { is }))

/** Tags with another label, of which some mean other things. */
export function chooseLabel(label: string): void {
  const { means } = tagAll.getState()
  const records = store.getState().project?.registry ?? []
  const kind = means?.is === 'entry' ? Registry.of(records).get(means.id)?.is : 'actor'
  const fits = kindsFor(label).some((each) => each === kind)
  tagAll.setState({ label, ...(!fits && { means: null }) })
}

export const chooseMeaning = (means: Meant | null): void => tagAll.setState({ means })

/** Turns the ticks of these places on or off. */
export const tick = (lines: readonly Line[], keys: readonly string[], to: boolean): void =>
  tagAll.setState(({ turned }) => ({ turned: turnAll(lines, keys, to, turned) }))

/** As what places are to be tagged. A new actor is nobody yet. */
export function asWhat({ label, means }: Pick<TagAll, 'label' | 'means'>): As {
  if (means === null) return { label, means: null, counts: new Set() }
  if (means.is === 'new') return { label, means: 'new', counts: new Set() }
  const registry = Registry.of(store.getState().project?.registry ?? [])
  return { label, means: means.id, counts: new Set(registry.groupOf(means.id)) }
}

/** Tags what is ticked, as one step, and closes the panel. */
export async function tagTicked(): Promise<void> {
  const state = tagAll.getState()
  const { lines, ticked } = linesOf(state.found, asWhat(state), state.turned)
  if (ticked === 0 || state.isTagging) return
  tagAll.setState({ isTagging: true })
  const isDone = await tagPlaces(state, lines, ticked)
  tagAll.setState({ isTagging: false })
  if (isDone) leaveTagAll()
}

async function tagPlaces(
  { label, means, words }: TagAll,
  lines: readonly Line[],
  ticked: number,
): Promise<boolean> {
  const id = means?.is === 'new' ? uuid7() : (means?.id ?? null)
  const commands: SingleCommand[] = [...commandsFor(lines, { label, means: id, counts: new Set() })]
  if (means?.is === 'new' && id !== null)
    commands.unshift({ do: 'add-entry', id, entry: newActor(means.name) })
  const changes = await carryOut({ do: 'together', as: 'tag-all', commands })
  if (changes === null) return false
  say(`Tagged ${ticked.toLocaleString('en-GB')} × “${words}” as ${meantInWords(label, id)}.`, true)
  return true
}

/** What the tags say: what they mean, or else their label. */
function meantInWords(label: string, means: string | null): string {
  const { project } = store.getState()
  const record = means === null ? undefined : Registry.of(project?.registry ?? []).get(means)
  if (record?.is === 'actor') return record.name
  if (record?.is === 'position') return `“${record.answer}”`
  return (project && labelOf(project.codebook, label)?.name.toLowerCase()) ?? label
}

/** "47 places in 12 articles". */
export const placesInWords = (places: number, articles: number, isEverywhere: boolean): string =>
  isEverywhere ? `${counted(places, 'place')} in ${counted(articles, 'article')}` : counted(places, 'place')
