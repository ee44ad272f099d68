import type { CodebookContent } from '../../../data/model/codebook'
import { changeAttribute } from '../../../data/model/codebook-attributes'
import { partOf, type Changed } from '../../../data/model/codebook-changes'
import { changeLabel } from '../../../data/model/codebook-labels'
import type { DisputedTag } from '../../../data/review/agreement'
import type { Definition } from './dispute-table'

/** What a disputed quote is to be an example of: of what the definition is for, or of what it is not. */
export type Example = 'include' | 'exclude'

/** Words shorter than this many code units are quoted with what stands around them. */
const SHORT = 24
/** So many code units of what stands around are quoted. */
const AROUND = 40

/** The quote as the codebook has it: “We will not ask anyone”; one that is short with its place, “… to say that [she] would …”. */
export function quoteFor({ words, before, after }: Pick<DisputedTag, 'words' | 'before' | 'after'>): string {
  const line = (text: string) => text.replace(/\s+/g, ' ')
  if (words.length >= SHORT) return `“${line(words).trim()}”`
  const left = line(before).trimStart()
  const right = line(after).trimEnd()
  const from = left.length <= AROUND ? left : `… ${left.slice(-AROUND).replace(/^\S*\s/, '')}`
  const to = right.length <= AROUND ? right : `${right.slice(0, AROUND).replace(/\s\S*$/, '')} …`
  return `“${from}[${line(words).trim()}]${to}”`
}

/**
 * The codebook with disputed quotes as examples in one of its definitions: in a label's rules of what to include and exclude, in
 * an attribute's definition as lines. What stands there already is not said twice; the rule itself is left to people.
 */
export function withExamples(
  codebook: CodebookContent,
  { label, attribute }: Definition,
  quotes: readonly { readonly quote: string; readonly as: Example }[],
): Changed {
  const of = (as: Example) => [...new Set(quotes.filter((each) => each.as === as).map(({ quote }) => quote))]
  if (attribute === null) {
    const part = partOf(codebook.labels, label, 'label')
    if (!part.ok) return part
    return changeLabel(codebook, label, {
      include: joined(part.value.include, of('include')),
      exclude: joined(part.value.exclude, of('exclude')),
    })
  }
  const part = partOf(codebook.attributes, attribute, 'attribute')
  if (!part.ok) return part
  const lines = [
    ...of('include').map((quote) => `For example: ${quote}`),
    ...of('exclude').map((quote) => `But not: ${quote}`),
  ]
  const there = part.value.definition.split('\n').filter((line) => line !== '')
  return changeAttribute(codebook, attribute, { definition: joined(there, lines).join('\n') })
}

const joined = (there: readonly string[], more: readonly string[]): string[] => [
  ...there,
  ...more.filter((line) => !there.includes(line)),
]
