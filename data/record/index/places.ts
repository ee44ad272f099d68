import type { Span } from '../../model/span'
import { readArticleFile } from '../../store/load-project'
import { Lately } from '../../store/lately'
import type { Folder } from '../../store/ports'
import { paragraphAt, paragraphsOf, type Paragraph } from '../../text/paragraphs'
import type { Evidence, EvidencePage } from '../evidence'
import { ParagraphNumbers } from './paragraph-numbers'
import type { Passage, StatementPage } from '../query'

interface Text {
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
}

/** Articles that are kept in memory. */
const KEPT = 48
/** Code units of the words around. */
const AROUND = 64

/** Where words stand in their articles, which are read when somebody asks. */
export class Places {
  readonly #folder: Folder
  readonly #texts = new Lately<Text | null>(KEPT)
  readonly #numbers: ParagraphNumbers

  constructor(folder: Folder) {
    this.#folder = folder
    this.#numbers = new ParagraphNumbers(folder)
  }

  /** The same rows with paragraphs, and with what stands around the words. */
  async ofEvidence(page: EvidencePage): Promise<EvidencePage> {
    const texts = await this.#read(page.rows.map(({ article }) => article))
    const rows = page.rows.map((row): Evidence => {
      const article = texts.get(row.article)
      return article ? { ...row, ...around(article, row.place) } : row
    })
    return { ...page, rows }
  }

  /** The same rows with what stands around the words. */
  async around<T extends { readonly article: string; readonly place: Span }>(
    rows: readonly T[],
  ): Promise<readonly (Omit<T, 'place'> & { readonly before: string; readonly after: string })[]> {
    const texts = await this.#read(rows.map(({ article }) => article))
    return rows.map(({ place, ...row }) => {
      const article = texts.get(row.article)
      const { before, after } = article ? around(article, place) : { before: '', after: '' }
      return { ...row, before, after }
    })
  }

  async ofStatements(page: StatementPage): Promise<StatementPage> {
    await this.#numbers.read(page.rows.map(({ article }) => article))
    const rows = page.rows.map((row) => {
      const at = startOf(row)
      return at === null ? row : { ...row, paragraph: this.#numbers.numberAt(row.article, at) }
    })
    return { ...page, rows }
  }

  /** The paragraphs in which something stands; an empty text where the article cannot be read. */
  async passage(id: string, { start, end }: Span): Promise<Passage> {
    const article = (await this.#read([id])).get(id)
    const meant = article?.paragraphs.filter((each) => each.start < end && start < each.end) ?? []
    const [first, last] = [meant[0], meant.at(-1)]
    if (!article || !first || !last) return { start, text: '', paragraph: null }
    return { start: first.start, text: article.text.slice(first.start, last.end), paragraph: first.number }
  }

  async #read(ids: readonly string[]): Promise<ReadonlyMap<string, Text>> {
    const texts = new Map<string, Text>()
    for (const id of new Set(ids)) {
      let text = this.#texts.get(id)
      if (text === undefined) {
        const read = await readArticleFile(this.#folder, id)
        text = read.ok && read.value ? { text: read.value.text, paragraphs: paragraphsOf(read.value) } : null
        this.#texts.set(id, text)
      }
      if (text) texts.set(id, text)
    }
    return texts
  }
}

/** Where the words of a statement begin. */
function startOf({ claim, position, evidence }: StatementPage['rows'][number]): number | null {
  const spoken = claim ?? position?.tags[0]
  return evidence.find(({ tag }) => tag === spoken)?.ranges[0]?.start ?? null
}

function inParagraph({ paragraphs }: Text, at: number): Paragraph | null {
  const paragraph = paragraphs[paragraphAt(paragraphs, at)]
  return paragraph && paragraph.start <= at && at < paragraph.end ? paragraph : null
}

/** The words before and after in the same paragraph, in one line, cut between words. */
function around(article: Text, { start, end }: Span): Pick<Evidence, 'paragraph' | 'before' | 'after'> {
  const paragraph = inParagraph(article, start)
  if (!paragraph) return { paragraph: null, before: '', after: '' }
  const [from, to] = [Math.max(paragraph.start, start - AROUND), Math.min(paragraph.end, end + AROUND)]
  const before = article.text.slice(from, start)
  const after = article.text.slice(end, Math.max(end, to))
  const flat = (words: string) => words.replace(/\s+/gu, ' ')
  return {
    paragraph: paragraph.number,
    before: flat(from > paragraph.start ? before.replace(/^\S*\s/u, '') : before),
    after: flat(to < paragraph.end ? after.replace(/\s\S*$/u, '') : after),
  }
}
