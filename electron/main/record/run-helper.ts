import type { MessagePort } from 'node:worker_threads'
import { ArticleTokens } from '../../../data/record/index/article-tokens'
import { Collector } from '../../../data/review/layers/collect'
import { collectBatch } from '../../../data/review/layers/collect-batch'
import { unpackBatch } from '../../../data/review/layers/packed-batch'
import { nodeFolder } from '../../../data/store/files/node-folder'
import type { FromHelper, ToHelper } from './helper-messages'

/** Collects what people agree on, for the record of the project in this folder. It says once what came of each batch, even of one that nobody wants any more. */
export function runHelper(port: MessagePort, root: string): void {
  const words = new ArticleTokens(nodeFolder(root))
  const tokens = (articles: readonly string[]) => words.of(articles)
  let isStopped = false
  /** Lets messages come in after each article. */
  const taken = async () => {
    await new Promise((resolve) => setImmediate(resolve))
    return !isStopped
  }
  const say = (message: FromHelper) => port.postMessage(message)
  let collector: Collector | null = null
  port.on('message', async (message: ToHelper) => {
    if (message.is === 'order') collector = new Collector(message.order)
    else if (message.is === 'stop') isStopped = true
    else
      try {
        isStopped = false
        const articles = unpackBatch(message.batch, collector!.order.annotators.length)
        const collected = await collectBatch(collector!, articles, { tokens, taken })
        say(collected ? { is: 'collected', collected } : { is: 'stopped' })
      } catch (error) {
        say({ is: 'failed', why: String(error) })
      }
  })
}
