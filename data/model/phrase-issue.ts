import type { z } from 'zod'

type Issue = z.core.$ZodIssue

/** What a schema expected, as a phrase that completes the sentence "… was expected". */
export function phraseOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return nameOfType(issue.expected)
    case 'invalid_value':
      return oneOf(issue.values.map((value) => (typeof value === 'string' ? `“${value}”` : String(value))))
    case 'invalid_format':
      if (issue.format === 'datetime') return 'a date and time in UTC, as 2031-03-12T09:30:00Z'
      return issue.message.startsWith('Invalid')
        ? `text of the form ${issue.pattern ?? issue.format}`
        : issue.message
    case 'too_small':
      return phraseOfMinimum(issue)
    case 'too_big':
      return issue.origin === 'string'
        ? `text of at most ${issue.maximum} characters`
        : issue.origin === 'array'
          ? `a list of at most ${issue.maximum}`
          : `a number up to ${issue.maximum}`
    case 'invalid_union':
      return phraseOfUnion(issue)
    case 'invalid_key':
      return `as its key ${oneOf(issue.issues.map(phraseOf))}`
    case 'unrecognized_keys':
      return `no key ${oneOf(issue.keys.map((key) => `“${key}”`))}`
    default:
      return issue.message
  }
}

function phraseOfMinimum(issue: Extract<Issue, { code: 'too_small' }>): string {
  const { origin, minimum, inclusive } = issue
  if (origin === 'string') return 'text that is not empty'
  if (origin === 'array') return minimum === 1 ? 'a list that is not empty' : `a list of ${minimum}`
  return inclusive ? `a number from ${minimum} up` : `a number above ${minimum}`
}

function phraseOfUnion(issue: Extract<Issue, { code: 'invalid_union' }>): string {
  if ('options' in issue && Array.isArray(issue.options))
    return oneOf(issue.options.map((option) => `“${String(option)}”`))
  return oneOf([...new Set(issue.errors.flatMap((issues) => issues.slice(0, 1).map(phraseOf)))])
}

function nameOfType(expected: string): string {
  switch (expected) {
    case 'string':
      return 'text'
    case 'int':
      return 'a whole number'
    case 'number':
      return 'a number'
    case 'boolean':
      return 'true or false'
    case 'array':
    case 'tuple':
      return 'a list'
    case 'object':
    case 'record':
      return 'an object'
    default:
      return expected
  }
}

/** "a", "a or b", "a, b or c". */
const oneOf = (choices: readonly string[]): string =>
  choices.length < 2 ? choices.join('') : `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`
