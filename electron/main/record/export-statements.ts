import { basename, dirname, join } from 'node:path'
import { statementsCsv } from '../../../data/formats/statements-csv'
import type { Problem } from '../../../data/model/problem'
import { failed, ok, type Result } from '../../../data/model/result'
import type { RecordAnswers } from '../../../data/record/answers'
import type { StatementColumn, StatementQuery, StatementRow } from '../../../data/record/query'
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

  /** All statements that the query finds, with these columns. `null` when the user thought better of it. */
  async write(
    store: Store,
    answers: Pick<RecordAnswers, 'statements'>,
    query: StatementQuery,
    columns: readonly StatementColumn[],
  ): Promise<Result<{ readonly file: string; readonly statements: number }, Problem> | null> {
    const rows = allOf(answers, query)
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

/** The rows as they are at one time: nothing changes between the questions. */
function allOf(answers: Pick<RecordAnswers, 'statements'>, query: StatementQuery): readonly StatementRow[] {
  const rows: StatementRow[] = []
  for (let page = answers.statements(query, 0, AT_ONCE); ;) {
    rows.push(...page.rows)
    if (page.rows.length === 0 || rows.length >= page.found) return rows
    page = answers.statements(query, rows.length, rows.length + AT_ONCE)
  }
}
