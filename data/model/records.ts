import { z } from 'zod'
import { articleIdSchema, recordIdSchema, revisionIdSchema } from './ids'
import { attributeValueSchema, rangeSchema, recordFields } from './record-fields'
import {
  answerSchema,
  assignmentSchema,
  decisionSchema,
  reviewedSchema,
  reviewSettingsSchema,
  type Answer,
  type Assignment,
  type Decision,
  type Reviewed,
  type ReviewSettings,
} from './review-records'

export { attributeValueSchema, rangeSchema }

/** One tag by one annotator. On screen "tag". */
export const annotationSchema = z.object({
  is: z.literal('annotation'),
  ...recordFields,
  article: articleIdSchema,
  /** A label's id in the codebook. */
  label: z.string().min(1),
  /** In text order, disjoint; several ranges make one discontinuous tag. */
  target: z.array(rangeSchema).min(1),
  attributes: z.record(z.string(), attributeValueSchema),
  note: z.string(),
  /** The actor or position of the registries that the words mean. */
  means: recordIdSchema.nullable(),
  /** The codebook's revision under which the tag was made. */
  codebook: revisionIdSchema,
})

/** A typed, directed relation between two annotations of one annotator in one article. */
export const linkSchema = z.object({
  is: z.literal('link'),
  ...recordFields,
  article: articleIdSchema,
  /** A link type's id in the codebook. */
  type: z.string().min(1),
  from: recordIdSchema,
  to: recordIdSchema,
})

/** That its annotator is done with an article. Whoever takes it up again deletes it. */
export const doneSchema = z.object({ is: z.literal('done'), ...recordFields, article: articleIdSchema })

/** Code units of a lint's key. */
export const LINT_KEY_MOST = 200

/** That its annotator has looked at something that may be amiss in an article, and lets it stand: for good, until it is heeded again. */
export const dismissedSchema = z.object({
  is: z.literal('dismissed'),
  ...recordFields,
  article: articleIdSchema,
  /** The key of the lint. */
  lint: z.string().min(1).max(LINT_KEY_MOST),
})

export const actorKinds = [
  'person',
  'government',
  'organisation',
  'armed-group',
  'media',
  'people',
  'other',
] as const

/**
 * The record that this one was merged into; without it, it stands for itself. It keeps what it was, and tags keep meaning
 * it, so that taking the merge back gives each its own evidence again.
 */
const into = recordIdSchema.exactOptional()

/** Entries that somebody looked at and found to be others, however they are called; it holds both ways, whichever names the other. */
const notSame = z.array(recordIdSchema).exactOptional()

/** A canonical actor, shared by all articles. */
export const actorSchema = z.object({
  is: z.literal('actor'),
  ...recordFields,
  into,
  name: z.string().min(1),
  aliases: z.array(z.string()),
  kind: z.enum(actorKinds),
  country: z.string().nullable(),
  roles: z.array(
    z.object({ title: z.string().min(1), from: z.string().nullable(), to: z.string().nullable() }),
  ),
  /** The actor, a government or an organisation, that this one speaks for. */
  speaksFor: recordIdSchema.exactOptional(),
  note: z.string().exactOptional(),
  notSame,
})

/** A question in dispute. */
export const issueSchema = z.object({
  is: z.literal('issue'),
  ...recordFields,
  into,
  question: z.string().min(1),
  notSame,
})

/** A canonical answer to an issue. */
export const positionSchema = z.object({
  is: z.literal('position'),
  ...recordFields,
  into,
  issue: recordIdSchema,
  answer: z.string().min(1),
  /** Positions on the same issue that cannot be held together with this one; it holds both ways, whichever names the other. */
  opposes: z.array(recordIdSchema).exactOptional(),
  note: z.string().exactOptional(),
  notSame,
})

/** The id of the record that says which revision of the codebook is in force; there is one, everybody's. */
export const IN_FORCE = '00000000-0000-5000-8000-0000c0deb00c'

/** Which revision of the codebook is in force. Where nobody has said it, it is the latest. */
export const inForceSchema = z.object({
  is: z.literal('in-force'),
  ...recordFields,
  id: z.literal(IN_FORCE),
  codebook: revisionIdSchema,
})

/** What stands in a person's file on one article. */
export const workRecordSchema = z.discriminatedUnion('is', [
  annotationSchema,
  linkSchema,
  doneSchema,
  dismissedSchema,
  decisionSchema,
  answerSchema,
  assignmentSchema,
  reviewedSchema,
])
/** An entry of the registries. */
export const registryRecordSchema = z.discriminatedUnion('is', [actorSchema, issueSchema, positionSchema])
/** What stands in a person's registry file: entries, and what else all articles share. */
export const sharedRecordSchema = z.discriminatedUnion('is', [
  actorSchema,
  issueSchema,
  positionSchema,
  inForceSchema,
  reviewSettingsSchema,
])

export type Range = Readonly<z.infer<typeof rangeSchema>>
export type AttributeValue = z.infer<typeof attributeValueSchema>
export type Annotation = Readonly<z.infer<typeof annotationSchema>>
export type Link = Readonly<z.infer<typeof linkSchema>>
export type Done = Readonly<z.infer<typeof doneSchema>>
export type Dismissed = Readonly<z.infer<typeof dismissedSchema>>
export type Actor = Readonly<z.infer<typeof actorSchema>>
export type Issue = Readonly<z.infer<typeof issueSchema>>
export type Position = Readonly<z.infer<typeof positionSchema>>
export type WorkRecord = Annotation | Link | Done | Dismissed | Decision | Answer | Assignment | Reviewed
/** What is not a tag: there may be thousands of tags on an article, and of these a few. */
export type BesidesTag = Exclude<WorkRecord, Annotation>
/** Those of one kind. */
export type OfKind<Is extends BesidesTag['is']> = Extract<BesidesTag, { readonly is: Is }>

/** Whether a record is about its article and no tag. Such records go into no set. */
export const isArticleMark = (
  record: WorkRecord | null,
): record is Done | Dismissed | Assignment | Reviewed =>
  record?.is === 'done' ||
  record?.is === 'dismissed' ||
  record?.is === 'assignment' ||
  record?.is === 'reviewed'

/** Whether a record is somebody's tag or link, which others can review. */
export const isTagOrLink = (record: WorkRecord | null): record is Annotation | Link =>
  record?.is === 'annotation' || record?.is === 'link'

export type RegistryRecord = Actor | Issue | Position
export type InForce = Readonly<z.infer<typeof inForceSchema>>
export type SharedRecord = RegistryRecord | InForce | ReviewSettings

export const isEntry = (record: SharedRecord | null): record is RegistryRecord =>
  record?.is === 'actor' || record?.is === 'issue' || record?.is === 'position'

export type AnyRecord = WorkRecord | SharedRecord
