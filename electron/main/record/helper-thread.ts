import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Collected, CollectOrder } from '../../../data/review/layers/collect'
import type { CollectingHelper } from '../../../data/review/layers/collect-all'
import { packBatch } from '../../../data/review/layers/packed-batch'
import type { FromHelper, ToHelper } from './helper-messages'

export interface HelperThreadPorts {
  /** The built program of the thread. */
  readonly program: string
  /** The project folder, where it reads texts. */
  readonly root: string
  readonly log: (what: string, error: unknown) => void
  /** Milliseconds that it is kept when it has nothing to do. */
  readonly rest?: number
}

/** How much is worth a thread, as `FindHelper` has it: half a second's work. */
const WORTH_IT = 1_000_000
/** A further question comes within this time, or much later: it has read and cut words, which take memory. */
const REST = 30_000
/** What ends it so often in one session will end it always. */
const MOST_ENDS = 3

/**
 * A second thread for the record when much is to be collected. It is begun when it is asked for, helps one question at a time, and is ended
 * when it has had nothing to do for a while. Should a fault end it, what it had is collected without it.
 */
export class HelperThread {
  readonly #ports: HelperThreadPorts
  #worker: Worker | null = null
  #answer: ((collected: Collected | null) => void) | null = null
  #isTaken = false
  #ends = 0
  #resting: ReturnType<typeof setTimeout> | undefined

  constructor(ports: HelperThreadPorts) {
    this.#ports = ports
  }

  /** `null` with little to do, while it helps another, where there is no second processor, and when it has ended by faults again and again. */
  help(order: CollectOrder, work: number): CollectingHelper | null {
    if (work < WORTH_IT || availableParallelism() < 2) return null
    if (this.#isTaken || this.#ends >= MOST_ENDS) return null
    this.#isTaken = true
    clearTimeout(this.#resting)
    const worker = (this.#worker ??= this.#begin())
    const send = (message: ToHelper, moved: readonly ArrayBuffer[] = []) => worker.postMessage(message, moved)
    send({ is: 'order', order })
    return {
      collect: (articles) => {
        if (this.#worker !== worker) return Promise.resolve(null)
        return new Promise((resolve) => {
          this.#answer = resolve
          const batch = packBatch(articles)
          send({ is: 'batch', batch }, [batch.lengths.buffer, batch.numbers.buffer])
        })
      },
      end: () => {
        const waiting = this.#answer
        waiting?.(null)
        if (waiting) {
          send({ is: 'stop' })
          // It is free when it has said that it has stopped.
          this.#answer = () => (this.#isTaken = false)
        } else this.#isTaken = false
        this.#resting = setTimeout(() => this.close(), this.#ports.rest ?? REST)
        this.#resting.unref()
      },
    }
  }

  close(): void {
    clearTimeout(this.#resting)
    const worker = this.#worker
    this.#worker = null
    this.#say(null)
    this.#isTaken = false
    void worker?.terminate()
  }

  #begin(): Worker {
    const { program, root, log } = this.#ports
    const worker = new Worker(program, { workerData: root })
    worker.on('message', (message: FromHelper) => {
      if (this.#worker !== worker) return
      if (message.is === 'failed')
        log('What people agree on could not be collected in a second thread', message.why)
      this.#say(message.is === 'collected' ? message.collected : null)
    })
    let fault: unknown = 'it ended by itself'
    worker.on('error', (error) => (fault = error))
    worker.on('exit', () => {
      if (this.#worker !== worker) return
      log('The second thread of the record ended', fault)
      this.#worker = null
      this.#ends++
      this.#say(null)
    })
    worker.unref()
    return worker
  }

  #say(collected: Collected | null): void {
    const answer = this.#answer
    this.#answer = null
    answer?.(collected)
  }
}
