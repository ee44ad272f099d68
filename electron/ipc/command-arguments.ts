import { z } from 'zod'
import { codebookSchema } from '../../data/model/codebook'
import { annotatorIdSchema, articleIdSchema, recordIdSchema, revisionIdSchema } from '../../data/model/ids'
import {
  actorSchema,
  attributeValueSchema,
  issueSchema,
  LINT_KEY_MOST,
  positionSchema,
} from '../../data/model/records'
import {
  agreedRuleSchema,
  decisionActions,
  decisionReasons,
  namedSchema,
  tasks,
} from '../../data/model/review-records'
import { togetherAs, type AnyCommand } from '../../data/store/registry-commands'

const spans = z
  .array(z.strictObject({ start: z.int().nonnegative(), end: z.int().positive() }))
  .min(1)
  .max(1000)

const onArticle = { article: articleIdSchema }
const onTag = { ...onArticle, annotation: recordIdSchema }
/** Ids in a codebook. */
const id = z.string().min(1).max(100)
const lintKey = z.string().min(1).max(LINT_KEY_MOST)
/** Names and questions; those of people's own programs are a line long. */
const words = z.string().max(10_000)
const note = z.string().max(100_000)
const notSame = z.array(recordIdSchema).max(1000).exactOptional()

const made = { id: true, created: true, modified: true, into: true } as const

const actor = actorSchema
  .omit(made)
  .extend({
    name: words,
    aliases: z.array(words).max(1000),
    country: words.nullable(),
    roles: z
      .array(z.strictObject({ title: words.min(1), from: words.nullable(), to: words.nullable() }))
      .max(1000),
    note: note.exactOptional(),
    notSame,
  })
  .strict()
const issue = issueSchema.omit(made).extend({ question: words, notSame }).strict()
const position = positionSchema
  .omit(made)
  .extend({
    answer: words,
    opposes: z.array(recordIdSchema).max(1000).exactOptional(),
    note: note.exactOptional(),
    notSame,
  })
  .strict()
const entry = z.discriminatedUnion('is', [actor, issue, position])

const { name, labels, attributes, linkTypes } = codebookSchema.shape
const codebook = z.strictObject({
  name: name.max(1000),
  labels: labels.max(1000),
  attributes: attributes.max(1000),
  linkTypes: linkTypes.max(1000),
})

const named = namedSchema.strict()
const reading = z.strictObject({
  label: id,
  spans,
  attributes: z.record(id, attributeValueSchema),
  means: recordIdSchema.nullable(),
  weight: z.number().min(0).max(1).exactOptional(),
})

const singles = [
  z.strictObject({
    do: z.literal('annotate'),
    ...onArticle,
    spans,
    label: id,
    attributes: z.record(id, attributeValueSchema).exactOptional(),
    means: recordIdSchema.nullable().exactOptional(),
  }),
  z.strictObject({ do: z.literal('relabel'), ...onTag, label: id }),
  z.strictObject({ do: z.literal('move'), ...onTag, spans }),
  z.strictObject({ do: z.literal('write-note'), ...onTag, note }),
  z.strictObject({
    do: z.literal('set-attribute'),
    ...onTag,
    attribute: id,
    value: attributeValueSchema.nullable(),
  }),
  z.strictObject({ do: z.literal('mean'), ...onTag, means: recordIdSchema.nullable() }),
  z.strictObject({
    do: z.literal('link'),
    ...onArticle,
    type: id,
    from: recordIdSchema,
    to: recordIdSchema,
  }),
  z.strictObject({ do: z.literal('unlink'), ...onArticle, link: recordIdSchema }),
  z.strictObject({ do: z.literal('finish'), ...onArticle }),
  z.strictObject({ do: z.literal('take-up'), ...onArticle }),
  z.strictObject({ do: z.literal('dismiss'), ...onArticle, lint: lintKey }),
  z.strictObject({ do: z.literal('heed'), ...onArticle, lint: lintKey }),
  z.strictObject({
    do: z.literal('delete'),
    ...onArticle,
    annotations: z.array(recordIdSchema).min(1).max(100_000),
  }),
  z.strictObject({
    do: z.literal('decide'),
    ...onArticle,
    action: z.enum(decisionActions),
    on: z.array(named).min(1).max(100_000),
    readings: z.array(reading).max(1_000),
    links: z.array(z.strictObject({ type: id, from: named, to: named })).max(1_000),
    reason: z.enum(decisionReasons).nullable(),
    note,
  }),
  z.strictObject({ do: z.literal('withdraw-decision'), ...onArticle, decision: recordIdSchema }),
  z.strictObject({ do: z.literal('answer'), ...onArticle, decision: recordIdSchema, text: note.min(1) }),
  z.strictObject({ do: z.literal('take-back-answer'), ...onArticle, answer: recordIdSchema }),
  z.strictObject({
    do: z.literal('assign'),
    ...onArticle,
    person: annotatorIdSchema,
    to: z.enum(tasks),
    off: z.boolean(),
  }),
  z.strictObject({ do: z.literal('mark-reviewed'), ...onArticle, agreed: z.boolean() }),
  z.strictObject({ do: z.literal('take-up-review'), ...onArticle }),
  z.strictObject({ do: z.literal('take-over'), ...onArticle, decision: recordIdSchema }),
  z.strictObject({
    do: z.literal('set-review'),
    blind: z.boolean().exactOptional(),
    threshold: z.number().min(0).max(1).exactOptional(),
    rule: agreedRuleSchema.exactOptional(),
  }),
  z.strictObject({ do: z.literal('add-entry'), id: recordIdSchema, entry }),
  z.strictObject({ do: z.literal('edit-entry'), entry: recordIdSchema, to: entry }),
  z.strictObject({
    do: z.literal('merge-entries'),
    entries: z.array(recordIdSchema).min(1).max(10_000),
    into: recordIdSchema,
  }),
  z.strictObject({ do: z.literal('unmerge-entry'), entry: recordIdSchema }),
  z.strictObject({ do: z.literal('remove-entry'), entry: recordIdSchema }),
  z.strictObject({
    do: z.literal('revise-codebook'),
    of: revisionIdSchema,
    to: codebook,
    joins: z.array(revisionIdSchema).max(1_000).exactOptional(),
  }),
] as const

const singleSchema = z.discriminatedUnion('do', singles)

const commandSchema = z.discriminatedUnion('do', [
  ...singles,
  z.strictObject({
    do: z.literal('together'),
    as: z.enum(togetherAs),
    commands: z.array(singleSchema).min(1).max(100_000),
  }),
])

type Unchecked = Exclude<AnyCommand['do'], z.infer<typeof commandSchema>['do']>

/** Does not compile while a command has no schema above, or one of another shape. */
export const everyCommand: [Unchecked] extends [never] ? z.ZodType<AnyCommand> : never = commandSchema
