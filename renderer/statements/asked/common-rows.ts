import type { Annotation, RegistryRecord } from '../../../data/model/records'
import { entryName, Registry } from '../../../data/model/registry'
import { isDismissed } from '../../state/tags'
import { cannotTellKey, type Question } from '../questions'
import { plain, type Answer, type Row, type Scene } from '../row'

/** An entry of the registries, found by this name. */
export function recordRow(scene: Scene, record: RegistryRecord, found: string): Omit<Row, 'answer'> {
  const name = entryName(record)
  const alias = found === name ? null : `also “${found}”`
  if (record.is === 'actor') {
    const facts = [record.kind.replace('-', ' '), record.country].filter(Boolean).join(', ')
    return { ...plain, id: record.id, name, beside: alias ?? facts }
  }
  const issue = record.is === 'position' ? Registry.of(scene.registry).issue(record.issue) : undefined
  const question = issue?.question ?? ''
  return { ...plain, id: record.id, name, under: { before: question, words: '', after: '', isQuote: false } }
}

/** A new position that answers as was typed, or as these words. */
export function newPositions(typed: string, words = ''): readonly Row[] {
  const name = typed.trim() || words
  if (name === '') return []
  const answer: Answer = { is: 'new-position', answer: name }
  return [{ ...plain, id: 'new', name: `New position “${name}”`, icon: 'plus', answer }]
}

/** That nobody can tell is an answer, too. */
export function cannotTell(scene: Scene, question: Question, tag: Annotation, name: string): Row {
  const lint = cannotTellKey(question, tag.id)
  const isCurrent = isDismissed(scene.records, lint)
  return { ...plain, id: 'cannot-tell', name, isCurrent, answer: { is: 'cannot-tell', lint } }
}
