import { expect, it } from 'vitest'
import { listed, shortNames, together } from './people-names'

const people = (...names: string[]) => names.map((name) => ({ id: name, name }))

it('calls people by their first name while that tells them apart', () => {
  expect(shortNames(people('Ada Quill', 'Jonas Beck'))).toEqual(['Ada', 'Jonas'])
  expect(shortNames(people('Ada Quill', 'Ada Beck', 'Jonas Beck'))).toEqual([
    'Ada Quill',
    'Ada Beck',
    'Jonas',
  ])
  expect(shortNames(people('Ada Quill', 'Agreed set (Talks)'))).toEqual(['Ada', 'Agreed set (Talks)'])
})

it('lists names, and counts people when they are many', () => {
  expect(listed(['Ada'])).toBe('Ada')
  expect(listed(['Ada', 'Jonas', 'Vera'])).toBe('Ada, Jonas and Vera')
  expect(together(['A', 'B', 'C', 'D'])).toBe('A, B, C and D')
  expect(together(['A', 'B', 'C', 'D', 'E'])).toBe('5 annotators')
})
