import { activeReader } from '../../reader/active-reader'
import { openArticle, say, select, showMode } from '../../state/actions'
import { shownArticle } from '../../state/past'
import { store } from '../../state/store'
import { shownAnnotations } from '../../state/tags'
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
      return goToMeaning(entry.id, entry.name)
  }
}

/** Selects the first tag of the open article that means this. The window does not know where else one does. */
function goToMeaning(record: string, name: string): void {
  const open = shownArticle(store.getState())
  const tag =
    open && [...shownAnnotations(open, store.getState().alongside)].find(({ means }) => means === record)
  if (!tag) return say(`No tag in this article means “${name}”. Other articles are not looked through.`)
  select(tag.id)
  activeReader()?.focus()
}
