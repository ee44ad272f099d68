import { z } from 'zod'
import { recordIdSchema } from './ids'
import { attributeValueSchema, type AttributeValue } from './records'

export const patterns = ['bar', 'dashes', 'bracket', 'double', 'points', 'wave'] as const

const labelIdSchema = z.string().regex(/^[a-z][a-z0-9-]*$/)

/** What may be tagged: its name, how it is drawn, and the rule that says when to use it. */
const labelSchema = z.object({
  id: labelIdSchema,
  name: z.string().min(1),
  /** One upper-case letter, shown in the margin. */
  letter: z.string().min(1).max(2),
  /** The key that tags the selection. */
  key: z.string().min(1).max(1),
  /** A hue of the design's tokens, by name. */
  hue: z.string().regex(/^[a-z0-9-]+$/),
  pattern: z.enum(patterns),
  definition: z.string(),
  include: z.array(z.string()),
  exclude: z.array(z.string()),
  examples: z.array(z.string()),
  /** The label that this one is a kind of. */
  parent: labelIdSchema.exactOptional(),
  /** Nothing new is tagged with it. Tags that have it keep it, and are drawn as before. */
  retired: z.literal(true).exactOptional(),
  /**
   * What became of a retired label: none, it was merged into the one label that is named, or split into those. Tags with a
   * label that was merged count as tags with the label it was merged into; they keep their own.
   */
  into: z.array(labelIdSchema).exactOptional(),
})

/** Names that every object of JavaScript has; JSON with such a key is refused, so no record may have it. */
const reserved = ['constructor', 'prototype']

const attributeBase = {
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .refine((id) => !reserved.includes(id), 'an id that no object of JavaScript has'),
  name: z.string().min(1),
  /** The labels whose tags have it, by id. */
  labels: z.array(z.string()),
  definition: z.string(),
  /** Whether a tag without it is incomplete. It is asked for, and never forced. */
  required: z.literal(true).exactOptional(),
  /** What a new tag has. */
  preset: attributeValueSchema.exactOptional(),
  /** Not asked for any more. Tags that have it keep it. */
  retired: z.literal(true).exactOptional(),
}

const attributeOptions = z.array(z.object({ value: z.string().min(1), name: z.string().min(1) })).min(1)

const attributeSchema = z.discriminatedUnion('type', [
  z.object({
    ...attributeBase,
    type: z.literal('choice'),
    options: attributeOptions,
  }),
  /** Any number of the options; the value is a list of theirs, in the order of the options. */
  z.object({ ...attributeBase, type: z.literal('choices'), options: attributeOptions }),
  /** Whole numbers from `min` to `max`; `names[i]` words the value `min + i`. */
  z.object({
    ...attributeBase,
    type: z.literal('scale'),
    min: z.int(),
    max: z.int(),
    names: z.array(z.string()),
  }),
  /** A finite number, with the unit that is shown beside it. */
  z.object({
    ...attributeBase,
    type: z.literal('number'),
    least: z.number().nullable(),
    most: z.number().nullable(),
    unit: z.string(),
  }),
  z.object({ ...attributeBase, type: z.literal('date') }),
  z.object({ ...attributeBase, type: z.literal('text') }),
  /** A record of the registries; the value is its id. */
  z.object({ ...attributeBase, type: z.literal('entry'), of: z.enum(['actor', 'position']) }),
])

const linkTypeSchema = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** Read from the tag that the link starts at: actor *makes* claim. */
  phrase: z.string().min(1),
  /** Read from the tag that it ends at: claim *made by* actor. */
  inverse: z.string().min(1),
  /** Ids of the labels that may stand at each end. */
  from: z.array(z.string()).min(1),
  to: z.array(z.string()).min(1),
  /** No new links are made of it. Those that are there stay. */
  retired: z.literal(true).exactOptional(),
})

/** One immutable revision of the codebook; `codebook/<id>.json`, the id being the hash of the rest. */
export const codebookSchema = z.object({
  format: z.literal('parley/codebook'),
  schema: z.literal(1),
  id: z.string(),
  parents: z.array(z.string()),
  name: z.string().min(1),
  labels: z.array(labelSchema).min(1),
  attributes: z.array(attributeSchema),
  linkTypes: z.array(linkTypeSchema),
  /** Who made it, and when (ISO 8601, UTC). The built-in one was made by nobody. */
  made: z.object({ by: z.string(), at: z.iso.datetime() }).exactOptional(),
})

export type Label = Readonly<z.infer<typeof labelSchema>>
export type Attribute = Readonly<z.infer<typeof attributeSchema>>
export type LinkType = Readonly<z.infer<typeof linkTypeSchema>>
export type Codebook = Readonly<z.infer<typeof codebookSchema>>

/** A codebook without what is made of it: the format, its id, who made it, and which revisions it comes from. */
export type CodebookContent = Pick<Codebook, 'name' | 'labels' | 'attributes' | 'linkTypes'>

export const contentOf = ({ name, labels, attributes, linkTypes }: CodebookContent): CodebookContent => ({
  name,
  labels,
  attributes,
  linkTypes,
})

export const labelOf = (codebook: Pick<Codebook, 'labels'>, id: string): Label | undefined =>
  codebook.labels.find((label) => label.id === id)

/** The attributes that tags with this label have, in the codebook's order. */
export const attributesFor = (codebook: Pick<Codebook, 'attributes'>, label: string): Attribute[] =>
  codebook.attributes.filter(({ labels }) => labels.includes(label))

/** What a new tag with this label has from the start. */
export const presetsFor = (
  codebook: Pick<Codebook, 'attributes'>,
  label: string,
): Readonly<Record<string, AttributeValue>> =>
  Object.fromEntries(
    attributesFor(codebook, label).flatMap(({ id, preset, retired }) =>
      preset === undefined || retired ? [] : [[id, preset]],
    ),
  )

/** Whether the attribute takes this value. Values made under another codebook may not fit, and are kept all the same. */
export function allows(attribute: Attribute, value: AttributeValue): boolean {
  switch (attribute.type) {
    case 'choice':
      return attribute.options.some((option) => option.value === value)
    case 'choices': {
      const places = Array.isArray(value)
        ? value.map((each) => attribute.options.findIndex((option) => option.value === each))
        : [-1]
      return places.length > 0 && places.every((place, i) => place > (places[i - 1] ?? -1))
    }
    case 'scale':
      return Number.isInteger(value) && attribute.min <= Number(value) && Number(value) <= attribute.max
    case 'number':
      return (
        typeof value === 'number' &&
        Number.isFinite(value) &&
        value >= (attribute.least ?? -Infinity) &&
        value <= (attribute.most ?? Infinity)
      )
    case 'date':
      return typeof value === 'string' && /^\d{4}(-\d{2}(-\d{2})?)?$/.test(value)
    case 'text':
      return typeof value === 'string'
    case 'entry':
      return recordIdSchema.safeParse(value).success
  }
}

/** A value in words: the option's name, the scale's name for it, a number with its unit, or itself. Of an entry it is the id. */
export function wordValue(attribute: Attribute, value: AttributeValue): string {
  if (attribute.type === 'choices' && Array.isArray(value))
    return value
      .map((each) => attribute.options.find((option) => option.value === each)?.name ?? each)
      .join(', ')
  if (attribute.type === 'number') return [String(value), attribute.unit].filter(Boolean).join(' ')
  if (attribute.type === 'choice')
    return attribute.options.find((option) => option.value === value)?.name ?? String(value)
  if (attribute.type === 'scale') return attribute.names[Number(value) - attribute.min] ?? String(value)
  return String(value)
}
