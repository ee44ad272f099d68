import { basename, dirname, join } from 'node:path'
import { figuresCsv, figuresIn } from '../../../data/formats/figures-csv'
import type { Problem } from '../../../data/model/problem'
import { failed, ok, type Result } from '../../../data/model/result'
import type { Agreement } from '../../../data/review/agreement'
import type { Store } from '../../../data/store/store'
import type { Dialogs } from '../dialogs'
import { fileNameFrom } from '../exchange/file-name'
import { writeAllDurably } from '../exchange/write-durably'

/** Writes figures of agreement where the user says; the next are proposed beside the last. */
export class FiguresExport {
  readonly #dialogs: () => Dialogs
  #folder: string

  constructor(dialogs: () => Dialogs, documents: string) {
    this.#dialogs = dialogs
    this.#folder = documents
  }

  /** All figures that `ask` gives; of `null` from there, it was stopped. `null` when the user thought better of it. */
  async write(
    store: Store,
    ask: () => Promise<Result<Agreement | null, Problem>>,
  ): Promise<Result<{ readonly file: string; readonly figures: number }, Problem> | null> {
    const answer = await ask()
    if (!answer.ok) return answer
    const agreement = answer.value
    if (!agreement) return failed({ kind: 'cancelled' })
    const figures = figuresIn(agreement)
    if (figures === 0) return failed({ kind: 'no-figures' })
    const { people, articles, codebook, project } = store.view()
    const name = fileNameFrom(`${project.name}, agreement`)
    const path = await this.#dialogs().exportTo(join(this.#folder, `${name}.csv`), '.csv')
    if (path === null) return null
    this.#folder = dirname(path)
    const summaries = articles.map(({ summary }) => summary)
    const text = figuresCsv(agreement, { people, articles: summaries, codebook })
    const written = await writeAllDurably(path, [{ path: 'agreement.csv', text }])
    return written.ok ? ok({ file: basename(path), figures }) : written
  }
}
