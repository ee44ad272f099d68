import type { Bytes, Laid, Numbers } from './chunks'
import { unpackNumbers } from './packed-numbers'
import type { Sheet } from './sheet'
import { STRIDE, type StatementRows } from './statement-rows'

/** One person's tags and links on one article. `article` and `annotator` are numbers. */
export interface PersonsSheet {
  readonly article: number
  readonly annotator: number
  readonly sheet: Sheet
}

/** The same with the sheet as bytes; see `packNumbers`. */
export interface PackedSheet extends Omit<PersonsSheet, 'sheet'> {
  readonly packed: Bytes
}

/**
 * One person's work on one article. There may be hundreds of thousands, so a page only says where its numbers lie, those of
 * the sheet as bytes: `sheet` and `rows` are made with each look at them. Who looks often looks once and keeps it.
 */
export class Page implements PersonsSheet, PackedSheet, StatementRows {
  readonly article: number
  readonly annotator: number
  readonly more: StatementRows['more']
  readonly #tagsIn: Bytes
  readonly #tagsFrom: number
  readonly #tagsTo: number
  readonly #rowsIn: Numbers | null
  readonly #rowsFrom: number
  readonly #rowsTo: number

  private constructor(
    { article, annotator }: Omit<PersonsSheet, 'sheet'>,
    tags: Laid<Bytes>,
    rows: Laid<Numbers> | null,
    more: StatementRows['more'],
  ) {
    this.article = article
    this.annotator = annotator
    this.more = more
    this.#tagsIn = tags.piece
    this.#tagsFrom = tags.from
    this.#tagsTo = tags.to
    this.#rowsIn = rows?.piece ?? null
    this.#rowsFrom = rows?.from ?? 0
    this.#rowsTo = rows?.to ?? 0
  }

  /** A page of which no statements are derived yet. */
  static with(on: Omit<PersonsSheet, 'sheet'>, tags: Laid<Bytes>): Page {
    return new Page(on, tags, null, noMore)
  }

  /** The same tags with these statements. */
  saying(rows: Laid<Numbers>, more: StatementRows['more']): Page {
    return new Page(this, { piece: this.#tagsIn, from: this.#tagsFrom, to: this.#tagsTo }, rows, more)
  }

  get sheet(): Sheet {
    return unpackNumbers(this.#tagsIn, this.#tagsFrom)
  }

  get packed(): Bytes {
    return this.#tagsIn.subarray(this.#tagsFrom, this.#tagsTo)
  }

  get rows(): Numbers {
    return this.#rowsIn?.subarray(this.#rowsFrom, this.#rowsTo) ?? noRows
  }

  get rowCount(): number {
    return (this.#rowsTo - this.#rowsFrom) / STRIDE
  }

  /** The piece of memory that its statements lie in; `null` when none were derived. */
  get rowsIn(): Numbers | null {
    return this.#rowsIn
  }
}

const noRows: Numbers = Int32Array.of()
const noMore: StatementRows['more'] = []
