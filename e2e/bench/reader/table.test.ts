import { expect, it } from 'vitest'
import type { ReaderLine } from './reader'
import { measuredOf, measuredWindowOf, type Round } from './rounds'
import { tableOf } from './table'

const round = (ms: number): Round => ({
  openMs: ms,
  firstScreenMs: ms,
  longestTaskMs: 0,
  openMainThreadMs: ms,
  heapMb: 0.25,
  tags: [{ ms, mainThreadMs: ms }],
  untags: [],
  hoverMs: [0.3],
  frameMs: [16.7],
  resizeMs: [ms],
  overlayOffPx: 0,
})

const [floor, ours] = [
  [round(100), round(200)],
  [round(50), round(150)],
]
const line: ReaderLine = {
  words: 1_000,
  annotations: 50,
  browser: 'electron',
  ...measuredOf(ours, floor),
  window: measuredWindowOf([{ ...round(150), wholeHeapMb: 9, heapMb: 0.5 }], floor, ours),
  peers: { 'floor-css': measuredOf(floor, floor), frozen: { failed: 'took more than 15 s' } },
}

it('says for people what the line says, one row a reader', () => {
  const [about, , head, , ...rows] = tableOf(line).split('\n')
  expect(about).toBe('1000 words, 50 tags, 2 rounds, electron')
  expect(head).toMatch(/^\| reader \| open ms \| first screen ms \|/)
  expect(rows.map((row) => row.split(' | ').slice(0, 2).join(' | '))).toEqual([
    '| ours | 100 (50.0–150, 0.63×)',
    '| ours, whole window | 150 (150–150, 1.5×)',
    '| floor-css | 150 (100–200, 1×)',
    '| frozen | took more than 15 s',
  ])
  const columns = new Set([head, ...rows].map((row) => row!.split('|').length))
  expect(columns.size).toBe(1)
})

it('shows a dash for what a reader could not do', () => {
  expect(tableOf(line).split('\n')[4]).toMatch(/\| – \| 0\.3 \(0\.3–0\.3\) \/ /)
})
