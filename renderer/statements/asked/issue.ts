import { Registry } from '../../../data/model/registry'
import { plain, type Asked, type Row, type Scene } from '../row'
import { sought } from './sought'

/** The questions that positions answer, and a new one. */
export function askedIssue(scene: Scene, answer: string): Asked {
  const registry = Registry.of(scene.registry)
  const find = sought(registry.issues, ({ id }) => registry.namesOf(id))
  return (typed) => {
    const question = typed.trim()
    const known = find(typed).map(({ item }): Row => {
      const { id, question: name } = item
      return { ...plain, id, name, answer: { is: 'issue', issue: id, question: name, answer } }
    })
    const made: Row = {
      ...plain,
      id: 'new',
      name: `New issue “${question}”`,
      icon: 'plus',
      answer: { is: 'issue', issue: null, question, answer },
    }
    return [
      { title: 'Issues', rows: known },
      { title: null, rows: question === '' ? [] : [made] },
    ]
  }
}
