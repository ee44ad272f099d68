import { z } from 'zod'
import { annotatorIdSchema, articleIdSchema, recordIdSchema, revisionIdSchema } from './ids'
import { attributeValueSchema, rangeSchema, recordFields } from './record-fields'

export const decisionActions = ['accept', 'reject', 'change', 'merge', 'split', 'contested'] as const

export const decisionReasons = [
  'boundary',
  'wrong-label',
  'wrong-actor',
  'wrong-position',
  'wrong-stance',
  'not-a-claim',
  'duplicate',
  'missed',
  'codebook-gap',
  'ambiguous-text',
] as const

/** Somebody's tag or link on the article. */
export const namedSchema = z.object({ annotator: annotatorIdSchema, id: recordIdSchema })

/** The same, and its print (`printOf`) when it was decided on: with another print it has changed since. */
const decidedOnSchema = namedSchema.extend({
  as: z.string().regex(/^[0-9a-f]{16}$/, 'the print of a record'),
})

/** What a tag should be. */
export const readingSchema = z.object({
  label: z.string().min(1),
  target: z.array(rangeSchema).min(1),
  attributes: z.record(z.string(), attributeValueSchema),
  means: recordIdSchema.nullable(),
  /** Of contested readings: how much speaks for it, 0 to 1; without weights they are equal. */
  weight: z.number().min(0).max(1).exactOptional(),
})

/** What a link should be; its ends are the tags that the reviewer found, by whatever the agreed set makes of them. */
const linkReadingSchema = z.object({ type: z.string().min(1), from: namedSchema, to: namedSchema })

/**
 * What a reviewer makes of somebody's tags or links on an article. `accept` and `reject` say it of each record it is on;
 * `change` and `merge` have one reading that stands for all of them, `split` and `contested` two or more. On a link only
 * `accept`, `reject` and `change` can be; a changed one has one of `links`.
 */
export const decisionSchema = z.object({
  is: z.literal('decision'),
  ...recordFields,
  article: articleIdSchema,
  action: z.enum(decisionActions),
  on: z.array(decidedOnSchema).min(1),
  readings: z.array(readingSchema),
  links: z.array(linkReadingSchema),
  reason: z.enum(decisionReasons).nullable(),
  note: z.string(),
  /** The codebook's revision under which it was decided. */
  codebook: revisionIdSchema,
})

/** What somebody says to a decision: with the others on it, by time, a thread. */
export const answerSchema = z.object({
  is: z.literal('answer'),
  ...recordFields,
  article: articleIdSchema,
  decision: recordIdSchema,
  text: z.string().min(1),
})

export const tasks = ['tag', 'review'] as const

/** That somebody should tag or review the article, or need not any more. Of several about one person and task the latest counts. */
export const assignmentSchema = z.object({
  is: z.literal('assignment'),
  ...recordFields,
  article: articleIdSchema,
  person: annotatorIdSchema,
  to: z.enum(tasks),
  off: z.boolean(),
})

/** That its reviewer has been through everybody's tags on the article; `agreed`: and that the agreed set is final. */
export const reviewedSchema = z.object({
  is: z.literal('reviewed'),
  ...recordFields,
  article: articleIdSchema,
  agreed: z.boolean(),
})

/** The id of the record that says how this project is reviewed; there is one, everybody's. */
export const REVIEW_SETTINGS = '00000000-0000-5000-8000-00009ebe10e0'

/** By which rule tags that nobody has decided on come into the agreed set. */
export const agreedRuleSchema = z.discriminatedUnion('is', [
  /** None of them does. */
  z.object({ is: z.literal('decided') }),
  /** Those that all who tagged the article have alike. */
  z.object({ is: z.literal('unanimous') }),
  /** Those that at least this share of them have alike: above 0, up to 1. */
  z.object({ is: z.literal('majority'), share: z.number().positive().max(1) }),
])

export const reviewSettingsSchema = z.object({
  is: z.literal('review-settings'),
  ...recordFields,
  id: z.literal(REVIEW_SETTINGS),
  /** Whether others' tags on an article stay hidden until one is done with it oneself. */
  blind: z.boolean(),
  /** How much two tags must overlap to be matched: shared code units by those of both together; 0 means any. */
  threshold: z.number().min(0).max(1),
  rule: agreedRuleSchema,
})

export type Named = Readonly<z.infer<typeof namedSchema>>
export type DecidedOn = Readonly<z.infer<typeof decidedOnSchema>>
export type Reading = Readonly<z.infer<typeof readingSchema>>
export type LinkReading = Readonly<z.infer<typeof linkReadingSchema>>
export type DecisionAction = (typeof decisionActions)[number]
export type DecisionReason = (typeof decisionReasons)[number]
export type Decision = Readonly<z.infer<typeof decisionSchema>>
export type Answer = Readonly<z.infer<typeof answerSchema>>
export type Task = (typeof tasks)[number]
export type Assignment = Readonly<z.infer<typeof assignmentSchema>>
export type Reviewed = Readonly<z.infer<typeof reviewedSchema>>
export type AgreedRule = Readonly<z.infer<typeof agreedRuleSchema>>
export type ReviewSettings = Readonly<z.infer<typeof reviewSettingsSchema>>

/** How a project is reviewed. */
export type ReviewRules = Pick<ReviewSettings, 'blind' | 'threshold' | 'rule'>

/** How a project is reviewed of which nobody has said it. */
export const usualReview = {
  blind: false,
  threshold: 0.5,
  rule: { is: 'decided' },
} as const satisfies ReviewRules

/** What somebody has said of it, or else what is usual. */
export const rulesOf = (settings: ReviewSettings | null): ReviewRules => {
  const { blind, threshold, rule } = settings ?? usualReview
  return { blind, threshold, rule }
}
