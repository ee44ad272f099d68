import type { Article } from '../model/article'
import { labelOf, type Codebook } from '../model/codebook'
import { liveWork, type Items } from '../model/document'
import type { Problem } from '../model/problem'
import type { Annotation, Link, WorkRecord } from '../model/records'
import type { Decision } from '../model/review-records'
import { mayJoin } from './decide-parts'

/** What the records of an article are checked against. */
export interface Rules {
  readonly codebooks: readonly Codebook[]
  /** Ids of everybody's actors, issues and positions. */
  readonly entries: ReadonlySet<string>
}

export interface CheckedWork {
  readonly tags: number
  readonly links: number
}

/**
 * Checks what one person made on an article: quotes against its text, labels and links against the codebooks, `means`
 * against the registries. `file` is named in what goes to `problems`. Without the article its text is not looked at.
 */
export function checkWork(
  items: Items<WorkRecord>,
  article: Article | null,
  { codebooks, entries }: Rules,
  file: string,
  problems: Problem[],
): CheckedWork {
  const records = new Map(liveWork(items).map((record) => [record.id, record]))
  let [tags, links] = [0, 0]
  for (const record of records.values()) {
    const bad: Report = (where, expected) =>
      void problems.push({ kind: 'bad-file', file, where: `items.${record.id}.${where}`, expected })
    if (record.is === 'annotation') {
      tags++
      if (article) checkTarget(article.text, record.target, bad)
      if (!codebooks.some((codebook) => labelOf(codebook, record.label)))
        bad('label', 'a label of the codebook')
      if (record.means !== null && !entries.has(record.means))
        bad('means', 'an actor or position of the registries')
    } else if (record.is === 'link') {
      links++
      checkLink(record, records, codebooks, bad)
    } else if (record.is === 'decision') checkReadings(record, article, codebooks, bad)
  }
  return { tags, links }
}

type Report = (where: string, expected: string) => void

/** What is decided on may have gone, or not have come in yet. */
function checkReadings(
  { readings }: Decision,
  article: Article | null,
  codebooks: readonly Codebook[],
  bad: Report,
): void {
  for (const [i, { label, target }] of readings.entries()) {
    const under: Report = (where, expected) => bad(`readings[${i}].${where}`, expected)
    if (article) checkTarget(article.text, target, under)
    if (!codebooks.some((codebook) => labelOf(codebook, label))) under('label', 'a label of the codebook')
  }
}

function checkLink(
  link: Link,
  records: ReadonlyMap<string, WorkRecord>,
  codebooks: readonly Codebook[],
  bad: Report,
): void {
  const [from, to] = [link.from, link.to].map((end) => {
    const tag = records.get(end)
    return tag?.is === 'annotation' ? tag.label : undefined
  })
  if (!codebooks.some((codebook) => mayJoin(codebook, link.type, from, to)))
    bad('type', 'a link that the codebook allows between two tags that are there')
}

function checkTarget(text: string, target: Annotation['target'], bad: Report): void {
  let at = -1
  for (const [i, { start, end, quote }] of target.entries()) {
    if (start <= at) bad(`target[${i}].start`, 'ranges in text order that do not overlap')
    if (text.slice(start, end) !== quote)
      bad(`target[${i}].quote`, `the words of the text at ${start}–${end}`)
    at = end - 1
  }
}
