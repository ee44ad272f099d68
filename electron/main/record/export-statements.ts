import { basename, dirname, join } from 'node:path'
import { statementsCsv } from '../../../data/formats/statements-csv'
import type { Problem } from '../../../data/model/problem'
import { failed, ok, type Result } from '../../../data/model/result'
import type { StatementColumn, StatementPage, StatementRow } from '../../../data/record/query'
import type { Store } from '../../../data/store/store'
import type { Dialogs } from '../dialogs'
import { fileNameFrom } from '../exchange/file-name'
import { writeAllDurably } from '../exchange/write-durably'

/** Rows that are asked for at a time. */
const AT_ONCE = 5_000

/** Writes tables of statements where the user says; the next is proposed beside the last. */
export class StatementsExport {
  readonly #dialogs: () => Dialogs
  #folder: string

  constructor(dialogs: () => Dialogs, documents: string) {
    this.#dialogs = dialogs
    this.#folder = documents
  }

  /** All statements that `ask` gives, with these columns. `null` when the user thought better of it. */
  async write(
    store: Store,
    ask: AskRows,
    columns: readonly StatementColumn[],
  ): Promise<Result<{ readonly file: string; readonly statements: number }, Problem> | null> {
    const all = await allOf(ask)
    if (!all.ok) return all
    const rows = all.value
    if (rows.length === 0) return failed({ kind: 'no-statements' })
    const { registry, people, articles, codebook, project } = store.view()
    const name = fileNameFrom(`${project.name}, statements`)
    const path = await this.#dialogs().exportTo(join(this.#folder, `${name}.csv`), '.csv')
    if (path === null) return null
    this.#folder = dirname(path)
    const summaries = articles.map(({ summary }) => summary)
    const text = statementsCsv(rows, columns, { registry, people, articles: summaries, codebook })
    const written = await writeAllDurably(path, [{ path: 'statements.csv', text }])
    return written.ok ? ok({ file: basename(path), statements: rows.length }) : written
  }
}

/** Rows [from, to) of what is wanted. */
type AskRows = (from: number, to: number) => Promise<Result<StatementPage, Problem>>

/** The rows as they are at one time: where something changes between two questions, they are asked for again. */
async function allOf(ask: AskRows): Promise<Result<readonly StatementRow[], Problem>> {
  let rows: StatementRow[] = []
  let version: number | null = null
  for (;;) {
    const page = await ask(rows.length, rows.length + AT_ONCE)
    if (!page.ok) return page
    if (version !== null && page.value.version !== version) {
      ;[rows, version] = [[], null]
      continue
    }
    version = page.value.version
    rows.push(...page.value.rows)
    if (page.value.rows.length === 0 || rows.length >= page.value.found) return ok(rows)
  }
}
