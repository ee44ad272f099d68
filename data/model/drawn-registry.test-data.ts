import type { Actor, Issue, Position, RegistryRecord } from './records'

const created = '2031-03-11T09:00:00.000Z'

/** The id of an entry that is called so: in the order of the names, as far as their first four letters tell. */
export const idOf = (name: string): string => {
  const letters = [...name].slice(0, 4).map((letter) => (letter.charCodeAt(0) & 255).toString(16))
  return `${letters.join('').padEnd(8, '0')}-0000-4000-8000-${String(name.length).padStart(12, '0')}`
}

const times = { created, modified: created }

export const actor = (name: string, more: Partial<Actor> = {}): Actor => ({
  is: 'actor',
  id: idOf(name),
  ...times,
  name,
  aliases: [],
  kind: 'person',
  country: null,
  roles: [],
  ...more,
})

export const issue = (question: string, more: Partial<Issue> = {}): Issue => ({
  is: 'issue',
  id: idOf(question),
  ...times,
  question,
  ...more,
})

export const position = (answer: string, on: string, more: Partial<Position> = {}): Position => ({
  is: 'position',
  id: idOf(answer),
  ...times,
  issue: idOf(on),
  answer,
  ...more,
})

/** "Resek → Reszek, Reszek, Harrow": three actors, the first of them merged into the second. */
export const drawnActors = (drawing: string): RegistryRecord[] =>
  drawing.split(', ').map((each) => {
    const [name = '', into] = each.split(' → ')
    return actor(name, into === undefined ? {} : { into: idOf(into) })
  })
