import { liveWork } from '../model/document'
import type { WorkRecord } from '../model/records'
import { workKind } from './document-kind'
import { findWork } from './find-work'
import { Lately } from './lately'
import type { WorkFile } from './load-work'
import type { Works } from './looked'
import type { Folder } from './ports'
import { readOthers, type Unread } from './read-others'
import type { TagSet } from './views'

/** What the others have on an article: the same object as long as none of them has saved anything there. */
export interface OthersWork {
  /** What is live, by annotator id. */
  readonly sets: readonly TagSet[]
  /** Of the same people all that their files have, what they deleted too, with its revisions. */
  readonly works: Works
}

interface OthersPorts {
  readonly folder: Folder
  readonly vault: Folder | null
  /** A file as the newest backup has it in which it is whole; `null` where none has it. */
  readonly lastGood: (path: string) => Promise<Uint8Array | null>
  /** My own id: what I have is not read here. */
  readonly me: string
  /** Some of their files were not as they should be. */
  readonly unread: (article: string, unread: Unread<WorkRecord>) => void
}

/** What others have on the articles that were looked at last, so many of them. */
export class OthersLately {
  readonly #ports: OthersPorts
  /** With the stamps that their files had before they were read. */
  readonly #known: Lately<{ readonly stamps: string; readonly others: OthersWork }>

  constructor(ports: OthersPorts, atMost: number) {
    this.#ports = ports
    this.#known = new Lately(atMost)
  }

  /**
   * What the others have on an article; not read again while their files have the stamps that they had the last time. A
   * damaged file of theirs is made out as far as it can be, and read every time.
   */
  async on(article: string): Promise<OthersWork> {
    const { folder, me, unread } = this.#ports
    const { documents } = await findWork(folder, article)
    const files = documents.filter(({ annotator }) => annotator !== me)
    const stamps = await stampsOf(folder, files)
    const known = this.#known.get(article)
    if (stamps !== null && known?.stamps === stamps) return known.others
    const { works, recovered, troubles } = await readOthers(this.#ports, workKind, files)
    unread(article, { recovered, troubles })
    const sets = [...works]
      .map(([annotator, items]) => ({ annotator, records: liveWork(items) }))
      .toSorted((a, b) => (a.annotator < b.annotator ? -1 : 1))
    const others = { sets, works }
    if (stamps !== null && recovered.length + troubles.length === 0)
      this.#known.set(article, { stamps, others })
    return others
  }
}

/** The files and what tells their states apart, as one text; `null` when that cannot be told. */
async function stampsOf(folder: Folder, files: readonly WorkFile[]): Promise<string | null> {
  const stamps = await folder.stamps(files.map(({ path }) => path))
  return stamps.ok && stamps.value.every((stamp) => stamp !== null)
    ? JSON.stringify(files.map(({ path }, i) => [path, stamps.value[i]]))
    : null
}
