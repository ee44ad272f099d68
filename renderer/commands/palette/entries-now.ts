import type { RegistryRecord } from '../../../data/model/records'
import type { ListedArticle } from '../../../data/store/views'
import { store } from '../../state/store'
import { commandsIn } from '../commands-now'
import type { WindowCommand } from '../window-command'
import { articleEntry, commandEntry, Entries, registryEntries } from './entries'

interface Parts {
  readonly commands: readonly WindowCommand[]
  readonly articles: readonly ListedArticle[]
  readonly registry: readonly RegistryRecord[]
}

type What = 'palette' | 'go-to'

const made = new Map<What, { readonly parts: Parts; readonly entries: Entries }>()

/** What can be found now. It is made ready once, and again only when something has come, gone or been renamed. */
export function entriesNow(what: What): Entries {
  const state = store.getState()
  const parts = {
    commands: what === 'palette' ? commandsIn(state).filter(({ id }) => id !== 'go.palette') : [],
    articles: state.project?.articles ?? [],
    registry: state.project?.registry ?? none,
  }
  const last = made.get(what)
  if (last && isSame(last.parts, parts)) return last.entries
  const entries = entriesOf(parts)
  made.set(what, { parts, entries })
  return entries
}

const none: readonly RegistryRecord[] = []

const entriesOf = ({ commands, articles, registry }: Parts): Entries =>
  new Entries([...commands.map(commandEntry), ...articles.map(articleEntry), ...registryEntries(registry)])

/** With every tag there is a new list of articles, with the same titles in it. */
const isSame = (before: Parts, now: Parts): boolean =>
  before.commands.length === now.commands.length &&
  before.commands.every((command, i) => command === now.commands[i]) &&
  before.registry === now.registry &&
  before.articles.length === now.articles.length &&
  before.articles.every(({ summary: { id, title } }, i) => {
    const other = now.articles[i]?.summary
    return id === other?.id && title === other.title
  })
