import type { Annotation } from '../../data/model/records'
import { Registry } from '../../data/model/registry'
import { fold } from '../../data/text/fold'
import type { WindowCommand } from '../commands/window-command'
import { say } from '../state/actions'
import { store } from '../state/store'
import { quoteOf } from '../state/tags'
import { changeTags, openBulk, openBulkEverywhere, tagsNow } from './bulk'
import { pickAll, pickedNow } from './picked'

/** The selected tag, or the first of those that are picked. */
function mine(): Annotation | null {
  const { open, selected } = store.getState()
  const tag = open?.mine.records.get(pickedNow()[0] ?? selected ?? '')
  return tag?.is === 'annotation' ? tag : null
}

const hasTag = (): boolean => mine() !== null
const hasMeaning = (): boolean => mine()?.means != null
const hasPicked = (): boolean => pickedNow().length > 0

/** Every id that counts as what a tag means. */
const groupOf = ({ means }: Annotation): readonly string[] =>
  means === null ? [] : Registry.of(store.getState().project?.registry ?? []).groupOf(means)

function pickSame(passes: (tag: Annotation) => boolean): void {
  pickAll(passes)
  const count = pickedNow().length
  say(
    count === 1
      ? 'No other tag of yours in this article is so.'
      : `${count} tags are picked. Change them by the list Tags, or by name here.`,
  )
}

const command = (
  id: string,
  name: string,
  can: () => boolean,
  run: () => unknown,
  keys: readonly string[] = [],
): WindowCommand => ({ id, name, group: 'Tag', keys, where: 'window', can, run })

/** Changing many tags at once. */
export const bulkCommands: readonly WindowCommand[] = [
  command('bulk.label', 'Change the label of the picked tags…', hasPicked, () =>
    openBulk(tagsNow(), 'label'),
  ),
  command('bulk.means', 'Say what the picked tags mean…', hasPicked, () => openBulk(tagsNow(), 'means')),
  command('bulk.attribute', 'Set an attribute of the picked tags…', hasPicked, () =>
    openBulk(tagsNow(), 'attribute'),
  ),
  command('bulk.delete', 'Delete the picked tags', hasPicked, () => changeTags(tagsNow(), { is: 'delete' })),
  command('bulk.pick-meaning', 'Pick all tags of this article that mean the same', hasMeaning, () => {
    const tag = mine()
    const group = new Set(tag ? groupOf(tag) : [])
    pickSame(({ means }) => means !== null && group.has(means))
  }),
  command('bulk.pick-words', 'Pick all tags of this article with the same words', hasTag, () => {
    const tag = mine()
    const words = tag ? fold(quoteOf(tag)) : ''
    pickSame((other) => fold(quoteOf(other)) === words)
  }),
  command('bulk.all-meaning', 'Change all tags that mean the same, in all articles…', hasMeaning, () => {
    const tag = mine()
    if (tag) void openBulkEverywhere({ entries: groupOf(tag) }, 'means')
  }),
  command('bulk.all-words', 'Change all tags with the same words, in all articles…', hasTag, () => {
    const tag = mine()
    if (tag) void openBulkEverywhere({ words: quoteOf(tag) })
  }),
]
