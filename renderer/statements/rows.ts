import { isWritten } from '../../data/model/written-value'
import type { Annotation } from '../../data/model/records'
import { askedIssue } from './asked/issue'
import { askedMeaning } from './asked/meaning'
import { askedTag } from './asked/tag'
import { askedValue } from './asked/value'
import { askedWay } from './asked/way'
import type { Question } from './questions'
import type { Answer, Asked, Scene } from './row'

/** What a question about a tag can be answered with. */
export function asked(scene: Scene, question: Question, tag: Annotation): Asked {
  switch (question.is) {
    case 'tag':
      return askedTag(scene, question, tag)
    case 'way':
      return askedWay(scene, question, tag)
    case 'meaning':
      return askedMeaning(scene, question.of, tag)
    case 'issue':
      return askedIssue(scene, question.answer)
    case 'value':
      return askedValue(scene, question.attribute, tag)
  }
}

/** Whether there is anything to be taken that the project or the codebook has. */
export const canAnswer = (scene: Scene, question: Question, tag: Annotation): boolean =>
  (question.is === 'value' && isWritten(question.attribute)) ||
  asked(scene, question, tag)('').some(({ rows }) => rows.some(({ answer }) => isThere(answer)))

/** Whether an answer is more than a way to make one. */
const isThere = (answer: Answer | null): boolean => answer !== null && !ways.includes(answer.is)

/** Answers that are always there. */
const ways: readonly Answer['is'][] = ['new-actor', 'new-naming', 'new-position', 'cannot-tell']
