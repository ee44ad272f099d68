import type { Failed, ReaderLine } from './reader'
import type { Figure, Measured, MeasuredWindow, Values } from './rounds'

const heads = [
  'reader',
  'open ms',
  'first screen ms',
  'tag ms',
  'tag p95 ms',
  'tag main thread ms',
  'untag ms',
  'hover p50 / p95 ms',
  'late frames of 100',
  'longest frame ms',
  'resize ms',
  'heap MB',
  'off px',
]

/** A line as a table of Markdown: medians, in brackets the smallest and the largest round and the ratio to the floor. */
export function tableOf(line: ReaderLine): string {
  const ours = line.rounds > 0 ? [rowOf('ours', line)] : []
  const whole = line.window ? [windowRow(line.window)] : []
  const others = Object.entries(line.peers).map(([name, measured]) => rowOf(name, measured))
  const rows = [...ours, ...whole, ...others]
  const about = `${line.words} words, ${line.annotations} tags, ${line.rounds} rounds, ${line.browser}`
  return [about, '', row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n')
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

function rowOf(name: string, measured: Measured | Failed): readonly string[] {
  if ('failed' in measured) return [name, measured.failed, ...heads.slice(2).map(() => '')]
  const { open, tag, untag, hover } = measured
  return [
    name,
    figure(open),
    values(measured.firstScreenMs),
    figure(tag),
    figure(tag?.p95),
    figure(tag?.mainThread),
    figure(untag),
    hover ? `${values(hover.p50)} / ${values(hover.p95)}` : '–',
    values(measured.lateFrames),
    values(measured.longestFrameMs),
    values(measured.resizeMs),
    values(measured.heapMb),
    measured.overlayOffPx === null ? '–' : String(measured.overlayOffPx),
  ]
}

const windowRow = ({ open, tag, heapMb, heapOfReader }: MeasuredWindow): readonly string[] => {
  const heap = heapOfReader === null ? values(heapMb) : `${values(heapMb)}, ${heapOfReader}× the reader’s`
  const tags = [figure(tag), figure(tag?.p95), figure(tag?.mainThread)]
  return ['ours, whole window', figure(open), '', ...tags, '', '', '', '', '', heap, '']
}

function figure(of: Figure | null | undefined): string {
  if (!of) return '–'
  return of.ratio === null ? values(of) : `${short(of.ms)} (${short(of.min)}–${short(of.max)}, ${of.ratio}×)`
}

const values = (of: Values | null): string =>
  of ? `${short(of.ms)} (${short(of.min)}–${short(of.max)})` : '–'

/** Three figures: 1234, 123, 12.3, 1.23. */
const short = (value: number): string =>
  value >= 100 ? String(Math.round(value)) : value >= 10 ? value.toFixed(1) : String(value)
