import { expect, it } from 'vitest'
import { annotated } from '../../data/samples/annotated'
import { findNaming } from './find-naming'

/** Names looked for at the claim of a drawing, actors being taken: the words before and after what was found. */
function found(drawing: string, ...names: readonly string[]): string | null {
  const { articles, annotations } = annotated(drawing)
  const [{ text } = { text: '' }] = articles
  const at = annotations.find(({ label }) => label === 'claim')!.target[0]!.start
  const taken = annotations.filter(({ label }) => label === 'actor').flatMap(({ target }) => target)
  const span = findNaming(text, names, at, taken)
  return span && `${text.slice(0, span.start)}<${text.slice(span.start, span.end)}>${text.slice(span.end)}`
}

it('finds the nearest before, by whichever name', () => {
  expect(found('Pell came. The chair said [no](claim). Pell left.', 'Dorian Pell', 'Pell')).toBe(
    '<Pell> came. The chair said no. Pell left.',
  )
  expect(found('Pell came. The chair said [no](claim).', 'Pell', 'The chair')).toBe(
    'Pell came. <The chair> said no.',
  )
})

it('takes the longer of two names that stand together', () => {
  expect(found('Pell Junior said [no](claim).', 'Pell', 'Pell Junior')).toBe('<Pell Junior> said no.')
})

it('finds one behind, when there is none before', () => {
  expect(found('[“No,”](claim) said Pell.', 'Pell')).toBe('“No,” said <Pell>.')
})

it('takes no part of a word, and no words that have such a tag', () => {
  expect(found('Pellworm and Capell said [no](claim).', 'Pell')).toBeNull()
  expect(found('Pell met [Pell](actor), who said [no](claim).', 'Pell')).toBe('<Pell> met Pell, who said no.')
})
