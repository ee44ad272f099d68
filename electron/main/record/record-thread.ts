import { Worker } from 'node:worker_threads'
import type { ArticleSummary } from '../../../data/model/article'
import type { Problem } from '../../../data/model/problem'
import { isEntry, type RegistryRecord } from '../../../data/model/records'
import { failed, ok, type Result } from '../../../data/model/result'
import type { MyChange } from '../../../data/record/index/keep-up'
import { pack, type Packed } from '../../../data/record/packed'
import type { ArticleFacts } from '../../../data/record/index/record-index'
import type { RecordState } from '../../../data/record/query'
import { isOnArticle, isOnRegistries } from '../../../data/store/changes'
import type { BlindStore } from '../../../data/store/blind-store'
import type { Reply, StoreEvent } from '../../../data/store/views'
import type { Ask, EntryChange, FromRecord, ToRecord } from './messages'

export interface RecordThreadPorts {
  /** The built program of the thread. */
  readonly program: string
  /** The project folder, and the user's own folder for it. */
  readonly root: string
  readonly vault: string
  readonly store: BlindStore
  readonly told: (state: RecordState) => void
  readonly log: (what: string, error: unknown) => void
  /** Milliseconds after its end until it is begun again. */
  readonly again?: number
}

interface Waiting {
  readonly ask: Ask
  /** It was asked before, in a thread that has ended since. */
  readonly isAgain: boolean
  readonly answer: (answer: Result<string, Problem>) => void
}

/** Megabytes for what was just made: left alone, V8 takes twice as much, which is gone again where so much is kept of what is read. */
const YOUNG = 8
/** Milliseconds after a project was opened before its record is made, so that the window has its list and an article first. */
const AFTER_OPENING = 1_500
/** And after it has ended by a fault until it is begun again; what ends it so often in one session will end it always. */
const AGAIN = 1_000
const MOST_ENDS = 3

/**
 * The record of the open project, in a thread of its own; see `RecordDesk`. It is made a moment after the project is opened, or when it
 * is asked first. What I change reaches it with the reply, what others save with the store's events. Should a fault end it, it is
 * begun again from the folder, and asked again what it was being asked, once.
 */
export class RecordThread {
  readonly #ports: RecordThreadPorts
  #timer: ReturnType<typeof setTimeout>
  readonly #forget: () => void
  #worker: Worker | null = null
  readonly #waiting = new Map<number, Waiting>()
  #asked = 0
  #ends = 0
  /** The last version that was told. */
  #version = 0
  #why: string | null = null
  /** Settles when the record is made for the first time, or will not be: until then much is read, and more is best left for later. */
  readonly made: Promise<void>
  #isMade = () => {}

  constructor(ports: RecordThreadPorts) {
    this.#ports = ports
    this.made = new Promise((resolve) => (this.#isMade = resolve))
    this.#timer = setTimeout(() => this.#begin(), AFTER_OPENING)
    const forgets = [
      ports.store.listen((event) => this.#hear(event)),
      ports.store.listenToBlindness((event) => this.#send(event)),
    ]
    this.#forget = () => {
      for (const forget of forgets) forget()
    }
  }

  /** The text of the answer. */
  ask<T>(ask: Ask): Promise<Result<Packed<T>, Problem>> {
    this.#begin()
    if (this.#why !== null) return Promise.resolve(failed({ kind: 'no-record', why: this.#why }))
    const id = ++this.#asked
    return new Promise((answer) => {
      this.#waiting.set(id, { ask, isAgain: false, answer })
      this.#send({ is: 'ask', id, ask })
    })
  }

  /** A step of mine was made. */
  took({ changes, codebook }: Pick<Reply, 'changes' | 'codebook'>): void {
    const onArticles = changes.filter(isOnArticle).map(({ article, id, after }) => ({ article, id, after }))
    if (onArticles.length > 0) this.#send({ is: 'changed', changes: pack<readonly MyChange[]>(onArticles) })
    const entries = changes.filter(isOnRegistries).flatMap(({ id, before, after }): EntryChange[] => {
      return isEntry(after ?? before) ? [{ id, after: isEntry(after) ? after : null }] : []
    })
    if (entries.length > 0) this.#send({ is: 'entries', changes: pack<readonly EntryChange[]>(entries) })
    if (codebook) this.#send({ is: 'codebook', codebook })
  }

  make(): void {
    this.#begin()
    this.#send({ is: 'make' })
  }

  stop(): void {
    this.#send({ is: 'stop' })
  }

  stopReview(): void {
    this.#send({ is: 'stop-review' })
  }

  /**
   * Ends it. What it was being asked is answered, that the project was closed, only with the returned function: until the window
   * shows something else, nobody is to be told that something failed.
   */
  async close(): Promise<() => void> {
    clearTimeout(this.#timer)
    this.#forget()
    const worker = this.#worker
    this.#worker = null
    const answer = this.#willFail('the project was closed')
    await worker?.terminate()
    return answer
  }

  #begin(): void {
    if (this.#worker || this.#why !== null) return
    const { program, root, vault, store } = this.#ports
    const { project, me, codebook, registry, articles } = store.view()
    const worker = new Worker(program, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG } })
    this.#worker = worker
    worker.on('message', (message: FromRecord) => {
      if (this.#worker === worker) this.#take(message)
    })
    let fault: unknown = 'it ended by itself'
    worker.on('error', (error) => (fault = error))
    // Only its exit comes after all that it had said: an error can overtake a message.
    worker.on('exit', () => {
      if (this.#worker === worker) this.#ended(fault)
    })
    const facts = articles.map(({ summary }) => factsOf(summary))
    this.#send({
      is: 'open',
      root,
      vault,
      project: project.id,
      me: me.id,
      codebook,
      registry: pack<readonly RegistryRecord[]>(registry),
      articles: pack<readonly ArticleFacts[]>(facts),
      after: this.#version,
      seenOn: store.seenOn(),
    })
  }

  /** A fault has ended it. */
  #ended(error: unknown): void {
    this.#ports.log('The record of all articles ended', error)
    this.#worker = null
    const why = 'the part of the program that reads all tags has stopped'
    if (++this.#ends >= MOST_ENDS) {
      this.#willFail(why)()
      // What was asked before is asked again by that, and learns why there is no answer.
      return this.#ports.told({ version: this.#version + 1, building: null, isStopped: false })
    }
    for (const [id, { ask, isAgain, answer }] of this.#waiting)
      if (isAgain) {
        this.#waiting.delete(id)
        answer(failed({ kind: 'no-record', why }))
      } else this.#waiting.set(id, { ask, isAgain: true, answer })
    this.#timer = setTimeout(() => {
      this.#begin()
      for (const [id, { ask, isAgain }] of this.#waiting) if (isAgain) this.#send({ is: 'ask', id, ask })
    }, this.#ports.again ?? AGAIN)
  }

  #send(message: ToRecord): void {
    this.#worker?.postMessage(message)
  }

  #take(message: FromRecord): void {
    if (message.is === 'state') {
      this.#version = message.state.version
      if (message.state.building === null) this.#isMade()
      return this.#ports.told(message.state)
    }
    if (message.is === 'fault') return this.#ports.log(message.what, message.why)
    const answer = this.#waiting.get(message.id)?.answer
    this.#waiting.delete(message.id)
    if (message.is === 'answer') return answer?.(ok(message.packed))
    this.#ports.log('The record could not answer', message.why)
    answer?.(failed({ kind: 'no-record', why: 'the question could not be answered' }))
  }

  /** There will be no record any more; the returned function says so to those who wait. */
  #willFail(why: string): () => void {
    this.#why = why
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    this.#isMade()
    return () => {
      for (const { answer } of waiting) answer(failed({ kind: 'no-record', why }))
    }
  }

  #hear(event: StoreEvent): void {
    if (!this.#worker) return
    switch (event.is) {
      case 'articles': {
        const facts = event.articles.map(({ summary }) => factsOf(summary))
        return this.#send({ is: 'articles', articles: pack(facts), gone: event.gone ?? [] })
      }
      case 'touched':
        return this.#send({ is: 'touched', articles: event.articles })
      case 'registries':
        this.#send({ is: 'registry', registry: pack(event.registry) })
        return this.#send({ is: 'codebook', codebook: event.codebook })
      case 'saving':
        if (event.saving.state === 'saved') this.#send({ is: 'saved' })
    }
  }
}

const factsOf = ({ id, title, outlet, dateline, published }: ArticleSummary): ArticleFacts => ({
  id,
  title,
  outlet,
  day: dateline?.date ?? published?.slice(0, 10) ?? null,
})
