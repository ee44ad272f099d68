import { v7 as uuid7 } from 'uuid'
import { isSame } from '../../data/model/same'
import { applied, type ArticleChange } from '../../data/store/changes'
import { decide, stampOf, type Command, type Given, type Scene } from '../../data/store/commands'
import { isOnOthersWork, type Company } from '../../data/store/company'
import type { ProjectView } from '../../data/store/views'
import type { OpenedArticle, ShownSet, State } from './state'
import { ofKind } from './records-that'
import { linksAt } from './tags'

/**
 * A command that was sent and not answered yet, and what of it is on the screen. The store makes a step only when the
 * disk has it; the eye need not wait for that, as long as nothing says "Saved" before it is. What is drawn is decided by
 * the very rules of the store, under a stamp that is sent along, so that the answer brings what stands there already.
 * Where it does not, the drawing is taken back.
 */
export interface Ahead {
  readonly command: Command
  readonly given: Given
  /** What is drawn; nothing where the command seems to be refused, or its article is not open. */
  readonly changes: readonly ArticleChange[]
  /** It was drawn and is not any more, since one before it was refused. */
  readonly isLost: boolean
}

type Records = ShownSet['records']
type Scenery = Pick<State, 'open' | 'project'>

/** What a command will change. */
export function foresee(command: Command, scenery: Scenery): Ahead {
  const ids: string[] = []
  const now = new Date().toISOString()
  const newId = () => ids[ids.push(uuid7()) - 1]!
  const scene = sceneOf(command, scenery)
  const decided = scene && decide(scene, command, { newId, now })
  return { command, given: { ids, now }, changes: decided?.ok ? decided.value : [], isLost: false }
}

/** Draws commands again, on other records than those that they were drawn on before. */
export function drawnAgain(records: Records, ahead: readonly Ahead[], scenery: Scenery): readonly Ahead[] {
  let next = records
  return ahead.map(({ command, given, changes: before, isLost }) => {
    const scene = sceneOf(command, scenery)
    const decided =
      scene &&
      decide(
        sceneOn(next, scene),
        command,
        stampOf(given, uuid7, () => false),
      )
    const changes = decided?.ok ? decided.value : []
    next = applied(next, changes)
    return { command, given, changes, isLost: isLost || (before.length > 0 && decided?.ok === false) }
  })
}

/** Whether the store made what was drawn, record by record. */
export const isAsDrawn = (drawn: readonly ArticleChange[], made: readonly ArticleChange[]): boolean =>
  drawn.length === made.length &&
  drawn.every(({ id, after }, i) => made[i]?.id === id && isSame(after, made[i].after))

function sceneOf(command: Command, { open, project }: Scenery): Scene | null {
  if (!project || open?.article.id !== command.article) return null
  const { codebook, registry } = project
  return sceneOn(open.mine.records, {
    text: open.article.text,
    codebook,
    registry,
    ...(isOnOthersWork(command) && { company: companyIn(open, project) }),
  })
}

const companyIn = ({ others }: OpenedArticle, { me, people }: ProjectView): Company => ({
  me: me.id,
  others: new Map(others.map(({ annotator, records }) => [annotator, records])),
  knows: (person) => people.some(({ id }) => id === person),
})

const sceneOn = (records: Records, rest: Omit<Scene, 'records' | 'linksAt' | 'ofKind'>): Scene => ({
  ...rest,
  records,
  linksAt: (annotation) => linksAt(records, annotation),
  ofKind: (is) => ofKind(records, is),
})
