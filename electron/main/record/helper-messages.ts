import type { Collected, CollectOrder } from '../../../data/review/layers/collect'
import type { PackedBatch } from '../../../data/review/layers/packed-batch'

/** What the thread that helps the record is told: what is collected from now on, then batch by batch, and that nobody wants what it is at. */
export type ToHelper = Readonly<
  { is: 'order'; order: CollectOrder } | { is: 'batch'; batch: PackedBatch } | { is: 'stop' }
>

/** It answers each batch. */
export type FromHelper = Readonly<
  { is: 'collected'; collected: Collected } | { is: 'stopped' } | { is: 'failed'; why: string }
>
