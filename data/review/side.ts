import { isTagOrLink, type Annotation, type Link, type WorkRecord } from '../model/records'

/** One person's tags and links on one article, as review compares them. */
export interface Side {
  /** Whose they are: an annotator's id. */
  readonly annotator: string
  readonly tags: readonly Annotation[]
  readonly links: readonly Link[]
}

/** Somebody's records as a side. */
export function sideOf(annotator: string, records: Iterable<WorkRecord>): Side {
  const made = [...records].filter(isTagOrLink)
  return {
    annotator,
    tags: made.filter((record) => record.is === 'annotation'),
    links: made.filter((record) => record.is === 'link'),
  }
}
