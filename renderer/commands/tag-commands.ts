import type { Codebook } from '../../data/model/codebook'
import { activeLabels } from '../../data/model/labels-in-force'
import {
  carryOut,
  deleteSelected,
  focusNote,
  isRefusedInPast,
  showInspector,
  toggleTagHistory,
} from '../state/actions'
import { goToTag } from '../reader/going'
import { mySelected } from '../reader/tagging'
import { store } from '../state/store'
import type { WindowCommand } from './window-command'

const inArticle = () => store.getState().open !== null
const hasSelected = () => store.getState().selected !== null

const isMine = () => mySelected() !== null

/** What is done with the selected tag, wherever the focus is. */
export const tagCommands = (codebook: Codebook | null): readonly WindowCommand[] => [
  {
    id: 'go.next-tag',
    name: 'Select the next tag',
    group: 'Go',
    keys: ['J'],
    where: 'window',
    can: inArticle,
    run: () => goToTag(1),
  },
  {
    id: 'go.previous-tag',
    name: 'Select the tag before',
    group: 'Go',
    keys: ['K'],
    where: 'window',
    can: inArticle,
    run: () => goToTag(-1),
  },
  ...(codebook ? activeLabels(codebook) : []).map(({ id, name }): WindowCommand => ({
    id: `tag.relabel-${id}`,
    name: `Change the label of the selected tag to ${name}`,
    group: 'Tag',
    keys: [],
    where: 'window',
    can: () => isMine() && mySelected()?.label !== id,
    run: () => relabel(id),
  })),
  {
    id: 'tag.note',
    name: 'Write a note on the selected tag',
    group: 'Tag',
    keys: [],
    where: 'window',
    can: isMine,
    run: focusNote,
  },
  {
    id: 'tag.history',
    name: 'Show or hide the history of the selected tag',
    group: 'Tag',
    keys: [],
    where: 'window',
    can: hasSelected,
    run: () => {
      showInspector()
      toggleTagHistory()
    },
  },
  {
    id: 'tag.delete',
    name: 'Delete the selected tag',
    group: 'Tag',
    keys: ['Delete'],
    where: 'window',
    can: isMine,
    run: deleteSelected,
  },
]

function relabel(label: string): void {
  const tag = mySelected()
  if (tag && !isRefusedInPast())
    void carryOut({ do: 'relabel', article: tag.article, annotation: tag.id, label })
}
