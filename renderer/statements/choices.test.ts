import { expect, it } from 'vitest'
import { choicesFor } from './choices'
import { drawn } from './drawn.test-data'
import { questionsFor } from './questions'

it('looks at the tags near by, and at the one used last wherever it stands', () => {
  const scene = drawn(
    '[More crew](position). [No](claim). [Less fog](position). [Late boats](position). [Never](claim). [More bread](position).',
    { links: [['No', 'opposes', 'More crew']] },
  )
  const tag = scene.tag('Never')
  const [what] = questionsFor(scene.codebook, 'claim', 'what')
  if (what?.is !== 'tag') throw new Error('a claim can be for or against something')
  const names = (reach: number) => choicesFor(scene, tag, 'what', what.ways, reach).map(({ name }) => name)
  expect(names(2)).toEqual(['More crew', 'Late boats', 'More bread', 'Less fog'])
  expect(names(1)).toEqual(['More crew', 'Late boats'])
})
