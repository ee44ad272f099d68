import type { Span } from '../../../../data/model/span'
import { labels, type ReaderWorkload } from '../reader-workload'
import { install } from './bench-page'
import { fire } from './events'
import './host.css'
import type { Peer } from './peer'
import { peerName } from './peer-name'
import { putParagraphs, rangeInParagraphs } from './plain-text'

/**
 * What a browser can do by itself: a plain element a paragraph, and tags as ranges of the CSS Custom Highlight API.
 * With a `className` of host.css, far paragraphs are laid out later.
 */
function floor(className: string): Peer {
  const root = document.createElement('div')
  const highlights = new Map(labels.map((label) => [label, new Highlight()]))
  const ranges = new Map<string, Range>()
  let workload: ReaderWorkload
  let nodes: readonly Node[] = []
  let latest: Range | null = null
  const rangeOf = (span: Span) => rangeInParagraphs(nodes, workload.paragraphs, span)

  const press = ({ key }: KeyboardEvent) => {
    const highlight = highlights.get(labels[Number(key) - 1]!)
    const selection = getSelection()
    if (!highlight || !selection) return
    latest = selection.getRangeAt(0).cloneRange()
    ranges.set(`new-${ranges.size}`, latest)
    highlight.add(latest)
    selection.removeAllRanges()
  }

  return {
    rangeOf,
    load(host, opened) {
      workload = opened
      root.className = className
      putParagraphs(root, workload)
      host.append(root)
      nodes = Array.from(root.children, ({ firstChild }) => firstChild!)
      for (const tag of workload.tags) {
        const range = rangeOf(tag)
        ranges.set(tag.id, range)
        highlights.get(tag.label)!.add(range)
      }
      for (const [label, highlight] of highlights) CSS.highlights.set(label, highlight)
      document.addEventListener('keydown', press)
    },
    isOpen: () => CSS.highlights.size === labels.length && ranges.size === workload.tags.length,
    tag({ label }) {
      latest = null
      fire(root, 'keydown', { key: String(labels.indexOf(label) + 1) })
      return () => latest !== null && highlights.get(label)!.has(latest)
    },
    untag({ id, label }) {
      const range = ranges.get(id)!
      highlights.get(label)!.delete(range)
      ranges.delete(id)
      return () => !highlights.get(label)!.has(range)
    },
    hitTest(x, y) {
      highlightsFromPoint?.call(CSS.highlights, x, y)
    },
  }
}

/** Chromium has it since version 140, and TypeScript does not know it yet. */
const highlightsFromPoint = (
  CSS.highlights as HighlightRegistry & { highlightsFromPoint?: (x: number, y: number) => unknown }
).highlightsFromPoint

install(floor(peerName === 'floor-css-cv' ? 'later' : ''))
