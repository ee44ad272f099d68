import type { Question } from './questions'

/** Why there is nothing to choose from, and what can be done about it. */
export function nothingInWords(question: Question, typed: string, hasActors: boolean): string {
  if (typed.trim() !== '') return 'Nothing is called so. Fewer letters find more.'
  if (question.is === 'tag' && question.asks === 'who')
    return hasActors
      ? 'No actor is tagged in this article yet. Type the name of one of the project.'
      : 'No actor is tagged in this article yet. Tag the words that name one, then ask again.'
  if (question.is === 'issue') return 'The project has no issues yet. Type the question that it answers.'
  if (question.is === 'tag')
    return 'No position is tagged in this article yet. Tag the words that state one, then ask again.'
  const isActor =
    (question.is === 'meaning' && question.of === 'actor') ||
    (question.is === 'value' && question.attribute.type === 'entry' && question.attribute.of === 'actor')
  return isActor
    ? 'The project has no actors yet that this could be.'
    : 'The project has no positions yet that this could be.'
}
