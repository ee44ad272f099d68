import type { CodebookContent } from './codebook'
import { faultsIn } from './codebook-rules'
import type { Problem } from './problem'
import { failed, ok, type Result } from './result'
import { isSame } from './same'

/** A codebook after a change, or why it cannot be changed so. What was handed in is as it was. */
export type Changed = Result<CodebookContent, Problem>

/** The codebook after a change, unless that brings a fault that it did not have before. */
export function withoutNewFaults(before: CodebookContent, after: CodebookContent): Changed {
  const known = faultsIn(before)
  const fault = faultsIn(after).find((each) => !known.some((one) => isSame(one, each)))
  return fault ? failed({ kind: 'codebook-fault', fault }) : ok(after)
}

/** The parts, with these fields of the one with this id. */
export const changeIn = <P extends { readonly id: string }>(
  parts: readonly P[],
  id: string,
  fields: object,
): P[] => parts.map((part) => (part.id === id ? withFields(part, fields) : part))

/** A part with other values of these fields; one that is `undefined` is taken away. The caller sees to it that they fit. */
export function withFields<P extends object>(part: P, fields: object): P {
  const changed = { ...part }
  for (const [field, value] of Object.entries(fields))
    if (value === undefined) Reflect.deleteProperty(changed, field)
    else Reflect.set(changed, field, value)
  return changed
}

/** The parts with this one moved by so many places, as far as there are any. */
export function moveIn<P extends { readonly id: string }>(parts: readonly P[], id: string, by: number): P[] {
  const from = parts.findIndex((part) => part.id === id)
  const part = parts[from]
  if (!part) return [...parts]
  const others = parts.toSpliced(from, 1)
  return others.toSpliced(Math.max(0, Math.min(others.length, from + by)), 0, part)
}

/** The part with this id, or the Problem that there is none. */
export function partOf<P extends { readonly id: string }>(
  parts: readonly P[],
  id: string,
  what: 'label' | 'attribute' | 'link-type',
): Result<P, Problem> {
  const part = parts.find((each) => each.id === id)
  return part ? ok(part) : failed({ kind: 'not-there', what })
}

/** The codebook under another name. */
export const renameCodebook = (codebook: CodebookContent, name: string): Changed =>
  name.trim() === '' ? failed({ kind: 'codebook-without-name' }) : ok({ ...codebook, name: name.trim() })
