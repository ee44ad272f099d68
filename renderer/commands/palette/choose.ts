import { Registry } from '../../../data/model/registry'
import { activeReader } from '../../reader/active-reader'
import { openArticle, select, showMode } from '../../state/actions'
import { shownArticle } from '../../state/past'
import { store } from '../../state/store'
import { shownAnnotations } from '../../state/tags'
import { showEntry } from '../../registry/registry-state'
import { modesOf } from '../window-command'
import type { Entry } from './entries'
import { rememberCommand } from './recent'

/** Does what an entry of the palette stands for. The focus is where it was before the palette. */
export function choose(entry: Entry): void {
  switch (entry.is) {
    case 'command': {
      const { command } = entry
      rememberCommand(command.id)
      if (!modesOf(command).includes(store.getState().mode)) showMode(modesOf(command)[0] ?? 'read')
      const isInReader = document.activeElement?.closest('[data-scroller] .page') != null
      if (command.where === 'reader' && !isInReader) activeReader()?.focus()
      return void command.run()
    }
    case 'article':
      return void openArticle(entry.id)
    case 'actor':
    case 'position':
      return goToMeaning(entry.id)
  }
}

/** While one reads, selects the first tag of the open article that means this; where there is none, shows its page in the registries. */
function goToMeaning(record: string): void {
  const { mode, alongside, project } = store.getState()
  const open = shownArticle(store.getState())
  const group = new Set(Registry.of(project?.registry ?? []).groupOf(record))
  const tag =
    mode === 'read' && open
      ? [...shownAnnotations(open, alongside)].find(({ means }) => means !== null && group.has(means))
      : undefined
  if (!tag) return showEntry(record)
  select(tag.id)
  activeReader()?.focus()
}
