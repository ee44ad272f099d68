import { z } from 'zod'
import { articleSchema, blockSchema, metadataSchema } from './article'
import { codebookSchema } from './codebook'
import { revisionSchema } from './document'
import { annotatorIdSchema, articleIdSchema, recordIdSchema, revisionIdSchema } from './ids'
import {
  actorSchema,
  annotationSchema,
  issueSchema,
  linkSchema,
  positionSchema,
  rangeSchema,
} from './records'

/** A range as a set carries it: the same place twice, in UTF-16 code units and in Unicode code points. */
const setRangeSchema = rangeSchema.extend({
  startCodePoint: z.int().nonnegative(),
  endCodePoint: z.int().positive(),
})

/**
 * Whose record it is, and which version of it: with `rev` a set that comes back joins with what is already
 * there, and an older copy never beats a newer one. Sets made by other tools have none.
 */
const by = { annotator: annotatorIdSchema, rev: revisionSchema.optional() }

/**
 * All that some annotators made in a project, or in a part of it: the unit that is exported, sent and reviewed.
 * One JSON object that needs no other file: texts, codebook and registries stand in it.
 */
export const annotationSetSchema = z.object({
  format: z.literal('parley/annotation-set'),
  schema: z.literal(1),
  /** What `start` and `end` count. `startCodePoint` and `endCodePoint` count Unicode code points. */
  offsets: z.literal('utf-16-code-units'),
  project: z.object({ id: z.string(), name: z.string() }),
  annotators: z.array(z.object({ id: annotatorIdSchema, name: z.string().min(1) })),
  /** The codebook that was in force. */
  codebook: codebookSchema,
  /** Other revisions of it, under which tags of the set were made. */
  codebooks: z.array(codebookSchema).exactOptional(),
  /** Who put it in force; left out where nobody has changed it. */
  inForce: z
    .object({
      annotator: annotatorIdSchema,
      rev: revisionSchema,
      codebook: revisionIdSchema,
      created: z.iso.datetime(),
      modified: z.iso.datetime(),
    })
    .exactOptional(),
  articles: z.array(
    metadataSchema.extend({
      id: articleIdSchema,
      text: z.string(),
      blocks: z.array(blockSchema),
      source: articleSchema.shape.source,
    }),
  ),
  annotations: z.array(
    annotationSchema.omit({ is: true, article: true }).extend({
      articleId: articleIdSchema,
      ...by,
      target: z.array(setRangeSchema).min(1),
    }),
  ),
  links: z.array(linkSchema.omit({ is: true, article: true }).extend({ articleId: articleIdSchema, ...by })),
  actors: z.array(actorSchema.omit({ is: true }).extend(by)),
  issues: z.array(issueSchema.omit({ is: true }).extend(by)),
  positions: z.array(positionSchema.omit({ is: true }).extend(by)),
  /** Tags and links that were deleted, so that an older set cannot bring them back. */
  deleted: z.array(
    z.object({
      id: recordIdSchema,
      articleId: articleIdSchema,
      annotator: annotatorIdSchema,
      rev: revisionSchema,
    }),
  ),
  /** The same of entries of the registries. */
  deletedEntries: z
    .array(z.object({ id: recordIdSchema, annotator: annotatorIdSchema, rev: revisionSchema }))
    .exactOptional(),
  /** Decisions of reviewers; none are made yet, so the list is empty. */
  decisions: z.array(z.unknown()),
})

export type AnnotationSet = Readonly<z.infer<typeof annotationSetSchema>>
export type SetAnnotation = AnnotationSet['annotations'][number]
export type SetLink = AnnotationSet['links'][number]
export type SetArticle = AnnotationSet['articles'][number]
