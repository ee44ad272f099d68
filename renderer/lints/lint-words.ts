import type { Lint, LintKind } from '../../data/lints/lint'

/** The kind as the head of a list has it. */
export const headings: Readonly<Record<LintKind, string>> = {
  'claim-without-actor': 'Claims that nobody makes',
  'position-without-stance': 'Positions, neither for nor against',
  'value-missing': 'Values that the codebook asks for',
  'quotation-without-claim': 'Quotations that are no claim',
  'name-without-tag': 'Names tagged elsewhere, not here',
  'tagged-twice': 'Tagged twice',
  'white-space-at-the-edge': 'Tags with white space at an end',
  'word-cut': 'Tags that cut a word',
}

/** What may be amiss, as a sentence. */
export function sentenceOf({ kind, about, places }: Lint): string {
  switch (kind) {
    case 'claim-without-actor':
      return 'Nobody is said to make this claim.'
    case 'position-without-stance':
      return 'This position is neither for nor against.'
    case 'value-missing':
      return `The codebook asks for “${about ?? ''}”, which is not set.`
    case 'quotation-without-claim':
      return 'Somebody is quoted, and no claim is tagged.'
    case 'name-without-tag':
      return `“${about ?? ''}” is tagged elsewhere, and not ${places.length === 1 ? 'here' : `in ${places.length} places here`}.`
    case 'tagged-twice':
      return 'These words have another tag with this label.'
    case 'white-space-at-the-edge':
      return 'This tag begins or ends with white space.'
    case 'word-cut':
      return 'This tag begins or ends inside a word.'
  }
}

/** What stands beside the words in a row: what is missing, in how many places. */
export function besideOf({ kind, about, places }: Lint): string | null {
  if (kind === 'value-missing') return about
  return kind === 'name-without-tag' && places.length > 1 ? `${places.length} places` : null
}

/** What mends it, a verb first. `label` is the name of the label that it would get. */
export function mendInWords({ kind, about, places, fix }: Lint, label: string): string {
  switch (fix.is) {
    case 'ask-actor':
      return 'Say who'
    case 'ask-value':
      return kind === 'position-without-stance' ? 'Say which' : `Set ${about ?? ''}`
    case 'tag':
      return places.length === 1 ? `Tag as ${label}` : `Tag all ${places.length}`
    case 'delete':
      return 'Delete one'
    case 'move':
      return kind === 'word-cut' ? 'Whole words' : 'Trim'
  }
}
