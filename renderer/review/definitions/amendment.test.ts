import { expect, it } from 'vitest'
import { builtInCodebook } from '../../../data/model/built-in-codebook'
import { contentOf } from '../../../data/model/codebook'
import { quoteFor, withExamples, type Example } from './amendment'

const codebook = contentOf(builtInCodebook)
const quote = (words: string, as: Example) => ({ quote: `“${words}”`, as })
const claim = (definition: ReturnType<typeof withExamples>) =>
  definition.ok ? definition.value.labels.find(({ id }) => id === 'claim')! : null

it('quotes words as they are, and a short one in its place', () => {
  const long = { words: 'Velmora would not ask the opposition to stay away', before: 'x', after: 'y' }
  expect(quoteFor(long)).toBe('“Velmora would not ask the opposition to stay away”')
  const short = { words: 'she', before: 'It was too early to say whether ', after: ' would come.' }
  expect(quoteFor(short)).toBe('“It was too early to say whether [she] would come.”')
  const far = { ...short, before: `${'On the second day of the talks it was said '.repeat(2)}that ` }
  expect(quoteFor(far)).toBe('“… day of the talks it was said that [she] would come.”')
})

it('adds quotes to what a label includes and excludes, after what stands there', () => {
  const before = codebook.labels.find(({ id }) => id === 'claim')!
  const changed = claim(
    withExamples(codebook, { label: 'claim', attribute: null }, [
      quote('would not ask', 'include'),
      quote('refused to ask', 'exclude'),
    ]),
  )
  expect(changed?.include).toEqual([...before.include, '“would not ask”'])
  expect(changed?.exclude).toEqual([...before.exclude, '“refused to ask”'])
  expect(changed?.definition).toBe(before.definition)
})

it('says nothing twice', () => {
  const definition = { label: 'claim', attribute: null }
  const once = withExamples(codebook, definition, [quote('a', 'include'), quote('a', 'include')])
  const twice = once.ok ? withExamples(once.value, definition, [quote('a', 'include')]) : once
  expect(claim(twice)?.include.filter((line) => line === '“a”')).toHaveLength(1)
})

it('adds quotes to the definition of an attribute as lines', () => {
  const changed = withExamples(codebook, { label: 'claim', attribute: 'certainty' }, [
    quote('may come', 'include'),
    quote('will come', 'exclude'),
  ])
  const definition = changed.ok && changed.value.attributes.find(({ id }) => id === 'certainty')!.definition
  expect(definition).toMatch(/\nFor example: “may come”\nBut not: “will come”$/)
})

it('tells that a definition is not there any more', () => {
  expect(withExamples(codebook, { label: 'gone', attribute: null }, []).ok).toBe(false)
})
