import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { v7 as uuid7 } from 'uuid'
import { labelOf } from '../../data/model/codebook'
import type { Annotation, AttributeValue } from '../../data/model/records'
import { entryName, Registry } from '../../data/model/registry'
import type { EvidenceFilter, Evidence } from '../../data/record/evidence'
import { unpack } from '../../data/record/packed'
import type { SingleCommand } from '../../data/store/registry-commands'
import { learn } from '../meaning/learnt'
import type { Meant } from '../meaning/MeaningField'
import { newActor } from '../meaning/new-entry'
import { carryOut, closeDialog, isRefusedInPast, openDialog, say, show } from '../state/actions'
import { store } from '../state/store'
import { quoteOf } from '../state/tags'
import { workbench } from '../state/workbench'
import { counted } from '../ui/words'
import { letGo, pickedNow } from './picked'
import { commandsFor, effectOf, stepFor, type BulkChange, type Known, type PickedTag } from './plan'

/** Tags that are to be changed together, and how. */
export interface Bulk {
  readonly tags: readonly PickedTag[]
  /** The record of all articles was still being made when they were asked of it, so there may be more. */
  readonly isPartial: boolean
  readonly kind: BulkChange['is']
  readonly label: string
  readonly means: Meant | null
  readonly attribute: string
  readonly value: AttributeValue | null
  readonly isChanging: boolean
}

const atFirst: Bulk = {
  tags: [],
  isPartial: false,
  kind: 'label',
  label: '',
  means: null,
  attribute: '',
  value: null,
  isChanging: false,
}

const bulk = createStore<Bulk>()(() => atFirst)
export const useBulk = <T>(part: (state: Bulk) => T): T => useStore(bulk, part)
export const setBulk = (parts: Partial<Bulk>): void => bulk.setState(parts)

/** Rows of the record that are asked for at once, and tags that are changed at once at most. */
const PAGE = 1_000
const MOST = 20_000

export const knownNow = (): Known | null => {
  const { project } = store.getState()
  return project && { codebook: project.codebook, registry: project.registry }
}

export const asPicked = (tag: Annotation): PickedTag => ({
  id: tag.id,
  article: tag.article,
  label: tag.label,
  means: tag.means,
  words: quoteOf(tag),
})

/** The tags picked in the list; without any, the selected one. Only mine can be changed. */
export function tagsNow(): readonly PickedTag[] {
  const { open, selected } = store.getState()
  const ids = pickedNow()
  return (ids.length > 0 ? ids : selected === null ? [] : [selected]).flatMap((id) => {
    const tag = open?.mine.records.get(id)
    return tag?.is === 'annotation' ? asPicked(tag) : []
  })
}

/** Opens the dialog in which these tags of mine are changed together, from whatever screen. */
export function openBulk(
  tags: readonly PickedTag[],
  kind: BulkChange['is'] = 'label',
  isPartial = false,
): void {
  const known = knownNow()
  if (!known || isRefusedInPast()) return
  if (tags.length === 0)
    return say('Pick tags of yours in the list Tags first: Shift with the arrows, or Ctrl with a click.')
  const label = known.codebook.labels.find(({ id, retired }) => !retired && id !== tags[0]?.label)
  bulk.setState({ ...atFirst, tags, kind, isPartial, label: label?.id ?? '' })
  openDialog('bulk')
  void learn()
}

/** The same for all tags of mine, in all articles, that the record finds. */
export async function openBulkEverywhere(
  filter: Omit<EvidenceFilter, 'annotators'>,
  kind: BulkChange['is'] = 'label',
): Promise<void> {
  const { project, record } = store.getState()
  if (!project) return
  const query = { ...filter, annotators: [project.me.id], sort: 'newest' } as const
  const rows: Evidence[] = []
  for (;;) {
    const answer = await workbench.evidence(query, rows.length, rows.length + PAGE)
    if (!answer.ok) return show(answer.error)
    const page = unpack(answer.value)
    rows.push(...page.rows)
    if (page.rows.length === 0 || rows.length >= Math.min(page.found, MOST)) break
  }
  const tags = rows.map(({ tag, article, label, means, words }) => ({
    id: tag,
    article,
    label,
    means,
    words,
  }))
  openBulk(tags, kind, record.building !== null || rows.length >= MOST)
}

export function leaveBulk(): void {
  bulk.setState(atFirst)
  if (store.getState().dialog === 'bulk') closeDialog()
}

/** A new actor is nobody yet. */
const NEW = 'new'

/** What the dialog would do; `null` while something is still to be chosen. */
export function changeOf({
  kind,
  label,
  means,
  attribute,
  value,
}: Pick<Bulk, 'kind' | 'label' | 'means' | 'attribute' | 'value'>): BulkChange | null {
  if (kind === 'label') return label === '' ? null : { is: 'label', label }
  if (kind === 'means') return { is: 'means', means: means && (means.is === 'new' ? NEW : means.id) }
  if (kind === 'attribute') return attribute === '' ? null : { is: 'attribute', attribute, value }
  return { is: 'delete' }
}

/** How many of the tags a change is for, and how many articles they stand in. */
export function countsOf(tags: readonly PickedTag[], change: BulkChange | null) {
  const known = knownNow()
  const effects = known && change ? tags.map((tag) => effectOf(known, tag, change)) : []
  const changed = tags.filter((_, i) => effects[i] === 'changes')
  return {
    changed: changed.length,
    articles: new Set(changed.map(({ article }) => article)).size,
    unfit: effects.filter((effect) => effect === 'unfit').length,
    same: effects.filter((effect) => effect === 'is-so').length,
  }
}

/** Changes the tags as the dialog says, as one step, and closes it. */
export async function changeAll(): Promise<void> {
  const state = bulk.getState()
  const change = changeOf(state)
  if (!change || state.isChanging || countsOf(state.tags, change).changed === 0) return
  bulk.setState({ isChanging: true })
  const isDone = await changeTags(state.tags, change, state.means?.is === 'new' ? state.means.name : null)
  bulk.setState({ isChanging: false })
  if (isDone) leaveBulk()
}

/** Changes these tags as one step, and says so with a way back. Whoever is new is made in the same step. */
export async function changeTags(
  tags: readonly PickedTag[],
  change: BulkChange,
  newName: string | null = null,
): Promise<boolean> {
  const known = knownNow()
  if (!known || isRefusedInPast()) return false
  const { changed, articles } = countsOf(tags, change)
  const id = uuid7()
  const isNew = change.is === 'means' && change.means === NEW && newName !== null
  const really = isNew ? ({ is: 'means', means: id } as const) : change
  const commands: SingleCommand[] = [...commandsFor(known, tags, really)]
  if (isNew) commands.unshift({ do: 'add-entry', id, entry: newActor(newName) })
  if ((await carryOut({ do: 'together', as: stepFor[change.is], commands })) === null) return false
  letGo()
  say(`${inWords(really, changed)}${articles > 1 ? `, in ${counted(articles, 'article')}` : ''}.`, true)
  return true
}

/** "Changed 14 tags to claim". */
function inWords(change: BulkChange, count: number): string {
  const known = knownNow()
  const tags = counted(count, 'tag')
  switch (change.is) {
    case 'label':
      return `Changed ${tags} to ${(known && labelOf(known.codebook, change.label)?.name.toLowerCase()) ?? change.label}`
    case 'means': {
      if (change.means === null) return `Took back what ${tags} meant`
      const record = known ? Registry.of(known.registry).get(change.means) : undefined
      return `${tags} ${count === 1 ? 'means' : 'mean'} ${record ? entryName(record) : 'that'} now`
    }
    case 'attribute': {
      const attribute = known?.codebook.attributes.find((each) => each.id === change.attribute)
      return `${change.value === null ? 'Took away' : 'Set'} ${attribute?.name ?? change.attribute} of ${tags}`
    }
    case 'delete':
      return `Deleted ${tags}, with ${count === 1 ? 'its' : 'their'} links`
  }
}
