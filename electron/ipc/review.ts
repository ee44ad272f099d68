import { z } from 'zod'
import { annotatorIdSchema, articleIdSchema } from '../../data/model/ids'
import { agreedRuleSchema, decisionReasons } from '../../data/model/review-records'
import { slicedFinely, type DisputedQuery, type ReviewQuery } from '../../data/review/agreement'
import { differenceKinds } from '../../data/review/comparison'
import { differenceOrders, type DifferencesQuery } from '../../data/review/project-differences'

/** Entries that a list of a query has at most. */
const MANY = 10_000
const text = z.string().max(1_000)
const someTexts = z.array(text).max(MANY)
const annotators = z.array(annotatorIdSchema).max(1_000)

const reviewQuery = {
  annotators,
  articles: z.array(articleIdSchema).max(100_000).nullable(),
  labels: someTexts.nullable(),
  threshold: z.number().min(0).max(1),
}

export const reviewQuerySchema: z.ZodType<ReviewQuery> = z.strictObject(reviewQuery)

export const disputedQuerySchema: z.ZodType<DisputedQuery> = z.strictObject({
  ...reviewQuery,
  label: text,
  attribute: text.nullable(),
  of: annotatorIdSchema.exactOptional(),
  week: z.iso.date().exactOptional(),
  kind: z.enum(differenceKinds).exactOptional(),
  reason: z.enum([...decisionReasons, 'none']).exactOptional(),
})

export const differencesQuerySchema: z.ZodType<DifferencesQuery> = z.strictObject({
  ...reviewQuery,
  kinds: z.array(z.enum(differenceKinds)).max(differenceKinds.length).exactOptional(),
  attributes: someTexts.exactOptional(),
  labelled: someTexts.exactOptional(),
  of: annotators.exactOptional(),
  chosen: z.strictObject({ of: text, values: z.tuple([text.nullable(), text.nullable()]) }).exactOptional(),
  week: z.iso.date().exactOptional(),
  /** A key has an id of 36 characters for each person. */
  keys: z.array(z.string().max(100_000)).max(MANY).exactOptional(),
  decided: z.boolean().exactOptional(),
  alike: z.boolean().exactOptional(),
  order: z.enum(differenceOrders),
})

/** From this row on, up to that one, which is not among them. */
const place = z.int().nonnegative().max(100_000_000)

/** What may stand in the messages about agreement and differences over all articles. */
export const reviewSchemas = {
  reviewFigures: z.tuple([reviewQuerySchema]),
  reviewSlices: z.tuple([reviewQuerySchema, z.enum(slicedFinely), text]),
  exportFigures: z.tuple([reviewQuerySchema]),
  reviewDisputes: z.tuple([reviewQuerySchema]),
  reviewDisputed: z.tuple([disputedQuerySchema, place, place]),
  reviewDifferences: z.tuple([differencesQuerySchema, place, place]),
  agreedOverview: z.tuple([z.strictObject({ rule: agreedRuleSchema, threshold: z.number().min(0).max(1) })]),
  stopReview: z.tuple([]),
}
