import type { MessagePort } from 'node:worker_threads'
import { RecordDesk } from '../../../data/record/index/record-desk'
import { figuresOf, type AgreementFigures, type ReviewQuery } from '../../../data/review/agreement'
import type { FindHelper } from '../../../data/review/layers/collect-all'
import { pack, unpack } from '../../../data/record/packed'
import { nodeFolder, ownFolder } from '../../../data/store/files/node-folder'
import { HelperThread } from './helper-thread'
import type { Ask, FromRecord, ToRecord } from './messages'

export interface RecordPorts {
  /** Called when much was read: what it was read into can go. */
  readonly rested?: () => void
  /** The built program of a second thread, which helps where there is much to do; without it, nobody does. */
  readonly helperProgram?: string
}

/** The record works in a thread of its own, so that no answer to the window waits for it. */
export function runRecord(port: MessagePort, { rested, helperProgram }: RecordPorts = {}): void {
  const say = (message: FromRecord) => port.postMessage(message)
  const log = (what: string, error: unknown) => say({ is: 'fault', what, why: String(error) })
  const helperIn = (root: string): FindHelper | undefined => {
    if (helperProgram === undefined) return undefined
    const thread = new HelperThread({ program: helperProgram, root, log })
    return (order, work) => thread.help(order, work)
  }
  let opening: Promise<RecordDesk> | null = null
  port.on('message', (message: ToRecord) => {
    if (message.is === 'open') {
      const { root, vault, registry, articles, ...rest } = message
      opening = RecordDesk.open({
        ...rest,
        folder: nodeFolder(root),
        vault: ownFolder(vault),
        registry: unpack(registry),
        articles: unpack(articles),
        told: (state) => say({ is: 'state', state }),
        pause: () => new Promise((resolve) => setImmediate(resolve)),
        ...(rested && { rested }),
        helper: helperIn(root),
      })
      void opening.then(make)
    } else if (opening) void opening.then((desk) => take(desk, message, say))
  })
}

async function make(desk: RecordDesk): Promise<void> {
  await desk.make()
  await desk.readWords()
}

async function take(
  desk: RecordDesk,
  message: Exclude<ToRecord, { is: 'open' }>,
  say: (message: FromRecord) => void,
): Promise<void> {
  switch (message.is) {
    case 'ask':
      try {
        return say({ is: 'answer', id: message.id, packed: pack(await answer(desk, message.ask)) })
      } catch (error) {
        return say({ is: 'failed', id: message.id, why: String(error) })
      }
    case 'articles':
      await desk.setArticles(unpack(message.articles), message.gone)
      return desk.readWords()
    case 'registry':
      return desk.setRegistry(unpack(message.registry))
    case 'entries':
      return desk.changeEntries(unpack(message.changes))
    case 'codebook':
      return desk.setCodebook(message.codebook)
    case 'changed':
      return desk.changed(unpack(message.changes))
    case 'touched':
      return desk.touched(message.articles)
    case 'saved':
      return desk.saved()
    case 'seen-on':
      return desk.seeOnly(message.articles)
    case 'seen':
      return desk.see(message.article, message.seen)
    case 'make':
      return make(desk)
    case 'stop-review':
      return desk.review.stop()
    case 'stop':
      return desk.stop()
  }
}

function answer(desk: RecordDesk, ask: Ask): unknown {
  switch (ask.name) {
    case 'state':
      return desk.state
    case 'entryCounts':
    case 'learntNames':
    case 'labelsUsed':
      return desk.answers[ask.name]()
    case 'wordsFor':
      return desk.answers.wordsFor(ask.entries)
    case 'evidence':
      return desk.evidence(ask.query, ask.from, ask.to)
    case 'statementCounts':
      return desk.answers.statementCounts(ask.query)
    case 'statements':
      return desk.statements(ask.query, ask.from, ask.to)
    case 'placeOfStatement':
      return desk.answers.placeOfStatement(ask.query, ask.statement)
    case 'agreedOverview':
      return desk.review.agreed(ask.rules)
    case 'reviewFigures':
      return figures(desk, ask.query)
    case 'reviewAgreement':
      return desk.review.figures(ask.query)
    case 'reviewSlices':
      return desk.review.slices(ask.query, ask.by, ask.layer)
    case 'reviewDisputes':
      return desk.review.disputes(ask.query)
    case 'reviewDisputed':
      return desk.review.disputed(ask.query, ask.from, ask.to)
    case 'reviewDifferences':
      return desk.review.differences(ask.query, ask.from, ask.to)
    case 'likelyArticles':
      return desk.likelyArticles(ask.words)
    case 'passage':
      return desk.passage(ask.article, ask.start, ask.end)
  }
}

async function figures(desk: RecordDesk, query: ReviewQuery): Promise<AgreementFigures | null> {
  const agreement = await desk.review.figures(query)
  return agreement && figuresOf(agreement)
}
