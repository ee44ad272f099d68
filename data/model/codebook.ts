import { z } from 'zod'
import type { AttributeValue } from './records'

export const patterns = ['bar', 'dashes', 'bracket', 'double', 'points', 'wave'] as const

/** What may be tagged: its name, how it is drawn, and the rule that says when to use it. */
const labelSchema = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
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
}

const attributeSchema = z.discriminatedUnion('type', [
  z.object({
    ...attributeBase,
    type: z.literal('choice'),
    options: z.array(z.object({ value: z.string().min(1), name: z.string().min(1) })).min(1),
  }),
  /** Whole numbers from `min` to `max`; `names[i]` words the value `min + i`. */
  z.object({
    ...attributeBase,
    type: z.literal('scale'),
    min: z.int(),
    max: z.int(),
    names: z.array(z.string()),
  }),
  z.object({ ...attributeBase, type: z.literal('date') }),
  z.object({ ...attributeBase, type: z.literal('text') }),
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
})

export type Label = Readonly<z.infer<typeof labelSchema>>
export type Attribute = Readonly<z.infer<typeof attributeSchema>>
export type LinkType = Readonly<z.infer<typeof linkTypeSchema>>
export type Codebook = Readonly<z.infer<typeof codebookSchema>>

export const labelOf = (codebook: Codebook, id: string): Label | undefined =>
  codebook.labels.find((label) => label.id === id)

/** The attributes that tags with this label have, in the codebook's order. */
export const attributesFor = (codebook: Codebook, label: string): Attribute[] =>
  codebook.attributes.filter(({ labels }) => labels.includes(label))

/** Whether the attribute takes this value. Values made under another codebook may not fit, and are kept all the same. */
export function allows(attribute: Attribute, value: AttributeValue): boolean {
  switch (attribute.type) {
    case 'choice':
      return attribute.options.some((option) => option.value === value)
    case 'scale':
      return Number.isInteger(value) && attribute.min <= Number(value) && Number(value) <= attribute.max
    case 'date':
      return typeof value === 'string' && /^\d{4}(-\d{2}(-\d{2})?)?$/.test(value)
    case 'text':
      return typeof value === 'string'
  }
}

/** A value in words: the option's name, the scale's name for it, or itself. */
export function wordValue(attribute: Attribute, value: AttributeValue): string {
  if (attribute.type === 'choice')
    return attribute.options.find((option) => option.value === value)?.name ?? String(value)
  if (attribute.type === 'scale') return attribute.names[Number(value) - attribute.min] ?? String(value)
  return String(value)
}
