import { REGISTRY_SCHEMA, WORK_SCHEMA } from '../model/document'

type Body = Readonly<Record<string, unknown>>

/**
 * One step each, from the version in its key to the next. A step never looks at more than it changes: the schema of
 * today checks what comes out. Steps are kept for ever, each with a file of its version in `testing/golden/`.
 */
const steps: Readonly<Record<string, Readonly<Record<number, (body: Body) => Body>>>> = {
  // Version 2 has a history beside the document.
  'parley/work': { 1: (body) => ({ ...body, schema: 2, logged: 0 }) },
  // Version 2 has a history too, merges, and the codebook in force. Programs of version 1 would drop what they do not know.
  'parley/registry': { 1: (body) => ({ ...body, schema: 2, logged: 0 }) },
}

const newest: Readonly<Record<string, number>> = {
  'parley/project': 1,
  'parley/person': 1,
  'parley/codebook': 1,
  'parley/article': 1,
  'parley/registry': REGISTRY_SCHEMA,
  'parley/work': WORK_SCHEMA,
}

/** The content of a file of any older version as today's. What is not of a known older version comes back as it is. */
export function broughtUp(body: Body): Body {
  const { format, schema } = body
  if (typeof format !== 'string' || typeof schema !== 'number') return body
  const step = Object.hasOwn(steps, format) ? steps[format]?.[schema] : undefined
  return step ? broughtUp(step(body)) : body
}

/**
 * The content of a newer file in today's version, where its `minReader` says that the programs of today read it
 * rightly; else as it is. It is not to be written back.
 */
export function readAsToday(body: Body): Body {
  const { format, schema, minReader } = body
  const today = typeof format === 'string' && Object.hasOwn(newest, format) ? newest[format] : undefined
  const readable =
    today !== undefined && typeof schema === 'number' && typeof minReader === 'number' && minReader <= today
  return readable && schema > today ? { ...body, schema: today } : body
}
