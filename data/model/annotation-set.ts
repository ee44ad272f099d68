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
import {
  agreedRuleSchema,
  answerSchema,
  decisionActions,
  decisionReasons,
  decisionSchema,
  namedSchema,
  readingSchema,
} from './review-records'

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

const made = { is: true, article: true } as const

/** A decision as a set carries it: the places of its readings twice, as those of tags. */
const setDecisionSchema = decisionSchema.omit(made).extend({
  articleId: articleIdSchema,
  ...by,
  readings: z.array(readingSchema.extend({ target: z.array(setRangeSchema).min(1) })),
})

/** Where a tag or link of an agreed set comes from. */
export const provenanceSchema = z.object({
  /** Whose tags or links it comes from. */
  from: z.array(namedSchema),
  /** The decisions that brought it in; none when a rule did. */
  decisions: z.array(
    z.object({
      id: recordIdSchema,
      by: annotatorIdSchema,
      action: z.enum(decisionActions),
      reason: z.enum(decisionReasons).nullable(),
    }),
  ),
  /** By what it came in: a decision, or a rule. */
  by: z.enum(['decided', 'unanimous', 'majority']),
  /** Of contested readings: how much speaks for it, 0 to 1. */
  weight: z.number().min(0).max(1).nullable(),
})
const provenance = provenanceSchema.exactOptional()

/** How an agreed set was derived, and from whose work. */
export const agreedHeaderSchema = z.object({
  rule: agreedRuleSchema,
  threshold: z.number().min(0).max(1),
  /** Everybody who tagged or decided. */
  people: z.array(z.object({ id: annotatorIdSchema, name: z.string().min(1) })),
  articles: z.array(
    z.object({
      id: articleIdSchema,
      /** Those who tagged it, by their ids. */
      taggers: z.array(annotatorIdSchema),
      /** Groups of matched tags that wait for a decision. */
      waiting: z.int().nonnegative(),
    }),
  ),
})

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
    annotationSchema.omit(made).extend({
      articleId: articleIdSchema,
      ...by,
      target: z.array(setRangeSchema).min(1),
      provenance,
    }),
  ),
  links: z.array(linkSchema.omit(made).extend({ articleId: articleIdSchema, ...by, provenance })),
  actors: z.array(actorSchema.omit({ is: true }).extend(by)),
  issues: z.array(issueSchema.omit({ is: true }).extend(by)),
  positions: z.array(positionSchema.omit({ is: true }).extend(by)),
  /** Tags, links, decisions and answers that were deleted, so that an older set cannot bring them back. */
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
  /** What the annotators decided on tags and links, their own or those of others, which need not stand in the set. */
  decisions: z.array(setDecisionSchema),
  /** What they say to decisions. */
  answers: z.array(answerSchema.omit(made).extend({ articleId: articleIdSchema, ...by })).exactOptional(),
  /** Of an agreed set, which stands in place of annotators' tags under an annotator of its own. */
  agreed: agreedHeaderSchema.exactOptional(),
})

export type AnnotationSet = Readonly<z.infer<typeof annotationSetSchema>>
export type SetAnnotation = AnnotationSet['annotations'][number]
export type SetLink = AnnotationSet['links'][number]
export type SetDecision = AnnotationSet['decisions'][number]
export type SetArticle = AnnotationSet['articles'][number]
