import { say } from './notices'
import { isRefusedInPast } from './past'
import { carryOut } from './steps'
import { store } from './store'
import { quoteOf } from './tags'

const SHOWN = 60

/** Deletes a tag of the open article with its links, if it is mine, and says so with a way back. */
export async function deleteTag(id: string): Promise<void> {
  if (isRefusedInPast()) return
  const { open } = store.getState()
  const tag = open?.mine.records.get(id)
  if (!open || tag?.is !== 'annotation') return
  const changes = await carryOut({ do: 'delete', article: open.article.id, annotations: [id] })
  if (!changes) return
  const quote = quoteOf(tag)
  const words = quote.length > SHOWN ? `${quote.slice(0, SHOWN).trimEnd()}…` : quote
  const links = changes.length - 1
  say(
    `Deleted the tag on “${words}”${links === 0 ? '' : links === 1 ? ' and its link' : ` and its ${links} links`}.`,
    true,
  )
}

/** Deletes the selected tag, if it is mine. */
export function deleteSelected(): void {
  const { selected } = store.getState()
  if (selected !== null) void deleteTag(selected)
}
