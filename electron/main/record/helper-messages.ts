import type { Collected, CollectOrder } from '../../../data/review/layers/collect'
import type { PackedBatch } from '../../../data/review/layers/packed-batch'

/** What the thread that helps the record is told: what is collected from now on, and then batch by batch. */
export type ToHelper = Readonly<{ is: 'order'; order: CollectOrder } | { is: 'batch'; batch: PackedBatch }>

/** It answers each batch. */
export type FromHelper = Readonly<{ is: 'collected'; collected: Collected } | { is: 'failed'; why: string }>
