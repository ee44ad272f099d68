import { allows, type Attribute } from './codebook'
import type { AttributeValue } from './records'

/** An attribute whose values are written rather than chosen. */
export const isWritten = ({ type }: Attribute): boolean =>
  type === 'text' || type === 'date' || type === 'number'

/** "40", "-2.5", "−2.5", "1e3" is none. */
const NUMBER = /^[-+]?\d+(?:\.\d+)?$/

/** The value that was written, a number with its unit or without; `null` when the attribute does not take it. */
export function valueWritten(attribute: Attribute, words: string): AttributeValue | null {
  const trimmed = words.trim()
  if (attribute.type !== 'number') return allows(attribute, trimmed) ? trimmed : null
  const { unit } = attribute
  const bare = unit !== '' && trimmed.endsWith(unit) ? trimmed.slice(0, -unit.length).trimEnd() : trimmed
  const written = bare.replace('−', '-')
  if (!NUMBER.test(written)) return null
  const value = Number(written)
  return allows(attribute, value) ? value : null
}

/** What has to be written, as a sentence. */
export function neededInWords(attribute: Attribute): string {
  if (attribute.type === 'date') return 'A date is needed, as 2031-03-12, 2031-03 or 2031.'
  if (attribute.type !== 'number') return 'Words are needed.'
  const { least, most, unit } = attribute
  const range =
    least !== null && most !== null
      ? ` from ${least} to ${most}`
      : least !== null
        ? ` of ${least} or more`
        : most !== null
          ? ` of ${most} or less`
          : ''
  return `A number${range} is needed${unit === '' ? '' : `, in ${unit}`}, as 12 or 12.5.`
}
