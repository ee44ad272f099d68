import { z } from 'zod'
import { agreedHeaderSchema, provenanceSchema, type AnnotationSet } from '../model/annotation-set'
import { articleIdSchema, recordIdSchema, shardOf } from '../model/ids'
import type { Problem } from '../model/problem'
import { failed, ok, type Result } from '../model/result'
import type { AgreedRule } from '../model/review-records'
import type { Provenance } from '../review/provenance'
import { readWorks, receivedSets, workIn, writersIn } from './load-work'
import { paths } from './paths'
import type { Folder } from './ports'
import { readAs } from './read-files'
import { receivedSetSchema } from './received-set'

/** Where the tags and links of an agreed set that was received come from, on one article: a file beside the set's work. */
export const receivedAgreedSchema = z.object({
  format: z.literal('parley/received-agreed'),
  schema: z.literal(1),
  article: articleIdSchema,
  /** By which rule and from whose work it was derived; `null` where the set did not say. */
  agreed: agreedHeaderSchema.omit({ articles: true }).nullable(),
  /** By the ids of tags and links. */
  records: z.record(recordIdSchema, provenanceSchema),
})
export type ReceivedAgreed = z.infer<typeof receivedAgreedSchema>

/** Where a tag or link of a received agreed set comes from. */
export interface CameFrom {
  readonly provenance: Provenance
  /** By which rule that set was derived; `null` where it did not say. */
  readonly rule: AgreedRule | null
  /** Those of whom it speaks, by id; they need not be of this project. */
  readonly people: readonly { readonly id: string; readonly name: string }[]
}

/** One file an article of a set that says where its tags and links come from; none of any other set. */
export function receivedAgreed({ annotations, links, agreed }: AnnotationSet): readonly ReceivedAgreed[] {
  const header = agreed ? { rule: agreed.rule, threshold: agreed.threshold, people: agreed.people } : null
  const files = new Map<string, ReceivedAgreed>()
  for (const { id, articleId: article, provenance } of [...annotations, ...links]) {
    if (!provenance) continue
    const file = files.get(article) ?? {
      format: 'parley/received-agreed',
      schema: 1,
      article,
      agreed: header,
      records: {},
    }
    file.records[id] = provenance
    files.set(article, file)
  }
  return [...files.values()]
}

/**
 * Where a record on an article comes from, as the received set says that came last; `null` for what is of no received agreed
 * set. Where the file that would tell of the record cannot be read, and no other set tells, the Problem says why.
 */
export async function cameFrom(
  folder: Folder,
  article: string,
  record: string,
): Promise<Result<CameFrom | null, Problem>> {
  let [latest, found]: [string, CameFrom | null] = ['', null]
  const unread: { readonly set: string; readonly problem: Problem }[] = []
  for (const set of await receivedSets(folder, [])) {
    const file = await readAs(folder, paths.receivedAgreed(set, article), receivedAgreedSchema)
    if (!file.ok) unread.push({ set, problem: file.error })
    const provenance = file.ok && file.value?.records[record]
    if (!file.ok || !file.value || !provenance) continue
    const receipt = await readAs(folder, `${paths.inbox(set)}/set.json`, receivedSetSchema)
    if (!receipt.ok) return receipt
    const received = receipt.value?.received ?? ''
    if (found && received <= latest) continue
    const { agreed } = file.value
    latest = received
    found = { provenance, rule: agreed?.rule ?? null, people: agreed?.people ?? [] }
  }
  if (found) return ok(found)
  for (const { set, problem } of unread) if (await isIn(folder, set, article, record)) return failed(problem)
  return ok(null)
}

/** Whether a received set has that record on the article. */
async function isIn(folder: Folder, set: string, article: string, record: string): Promise<boolean> {
  const base = `${paths.inbox(set)}/work/`
  const writers = (await writersIn(folder)).filter((writer) => writer.base.startsWith(base))
  const files = (await workIn(folder, writers, shardOf(article), [])).get(article) ?? []
  const works = await readWorks(folder, files, [])
  return [...works.values()].some((items) => Object.hasOwn(items, record))
}
