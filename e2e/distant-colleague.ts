import { randomUUID } from 'node:crypto'
import type { AnyCommand } from '../data/store/registry-commands'
import { nodeFolder } from '../data/store/files/node-folder'
import { openStore } from '../data/store/open-store'
import type { Journal } from '../data/store/ports'
import type { Annotation } from '../data/model/records'
import type { OpenArticle } from '../data/store/views'

/** What nobody reads again: the story ends before the power goes. */
const noJournal: Journal = {
  append: async () => ({ ok: true, value: null }),
  leftOver: async () => ({ ok: true, value: { entries: [], damaged: 0 } }),
  clear: async () => ({ ok: true, value: null }),
  close: async () => {},
}

let computers = 0

/** Somebody at another computer, of whom only what their program saves in the shared folder is seen. */
export class DistantColleague {
  readonly #root: string
  readonly #me: {
    readonly annotator: { readonly id: string; readonly name: string }
    readonly device: string
  }

  constructor(root: string, name: string) {
    this.#root = root
    const device = `faraway${'abcdefghijklmnopqrstuvwxyz'[computers++ % 26]!}aa`
    const words = name.toLowerCase().match(/[a-z]+/g) ?? ['somebody']
    this.#me = { annotator: { id: words.slice(0, 4).join('-'), name }, device }
  }

  /** Does these things on the article with this title, one after the other; each may look at what is there by then. */
  async does(title: string, ...deeds: readonly ((on: OpenArticle) => AnyCommand)[]): Promise<void> {
    const store = valueOf(
      await openStore({
        folder: nodeFolder(this.#root),
        root: this.#root,
        journal: noJournal,
        vault: null,
        me: this.#me,
        clock: { now: () => new Date().toISOString(), newId: randomUUID },
      }),
    )
    const { summary } = store.view().articles.find((one) => one.summary.title.includes(title))!
    for (const deed of deeds) {
      const open = valueOf(await store.openArticle(summary.id))
      valueOf(await store.carryOut(deed(open)))
    }
    await store.close()
  }
}

/** A command that tags these words. */
export const tagging =
  (words: string, label = 'actor') =>
  ({ article }: OpenArticle): AnyCommand => {
    const start = article.text.indexOf(words)
    return { do: 'annotate', article: article.id, spans: [{ start, end: start + words.length }], label }
  }

/** Somebody's tag that begins with these words, and whose it is. */
export function tagWith({ sets }: OpenArticle, words: string): { annotator: string; tag: Annotation } {
  for (const { annotator, records } of sets)
    for (const record of records)
      if (record.is === 'annotation' && record.target[0]!.quote.startsWith(words))
        return { annotator, tag: record }
  throw new Error(`Nobody has tagged “${words}”.`)
}

function valueOf<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (result.ok) return result.value
  throw new Error(JSON.stringify(result.error))
}
