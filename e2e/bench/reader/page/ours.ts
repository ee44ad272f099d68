import '../../../../renderer/ui/fonts'
import '../../../../renderer/ui/tokens.css'
import '../../../../renderer/ui/base.css'
import '../../../../renderer/reader/drawing/drawing.css'
import '../../../../renderer/reader/floating.css'
import '../../../../renderer/reader/reader.css'
import './ours.css'
import { builtInCodebook } from '../../../../data/model/built-in-codebook'
import { warmUp } from '../../../../renderer/reader/warm-up'
import type { ReaderWorkload } from '../reader-workload'
import { install } from './bench-page'
import { checkDrawing } from './check-drawing'
import { fire } from './events'
import { annotationOf, articleOf } from './our-article'
import { OurReader, type Records } from './our-reader'
import type { Peer } from './peer'

function ours(): Peer {
  let reader: OurReader
  let opened: ReaderWorkload
  let records: Records
  const handleOf = (id: string) => reader.parts.over.querySelector(`[data-annotation-id="${id}"]`)
  const hasLines = () => reader.parts.page.querySelector('.drawing > .line') !== null

  return {
    async warmUp(_, workload) {
      await warmUp()
      await document.fonts.ready
      if (![...document.fonts].some(({ status }) => status === 'loaded'))
        throw new Error('The reader is not set in its own type.')
      opened = workload
      // They are in the window's state before the reader is asked to show them.
      records = recordsOf(workload)
    },
    load(host) {
      reader = new OurReader(host, articleOf(opened), records)
    },
    isFirstScreen: hasLines,
    isOpen: () => reader.hasAllParagraphs && hasLines(),
    rangeOf: (span) => reader.rangeOf(span),
    beforeSelect: () => reader.parts.text.focus({ preventScroll: true }),
    tag({ label }) {
      const { key } = builtInCodebook.labels.find(({ id }) => id === label)!
      fire(reader.parts.text, 'keydown', { key })
      return () => reader.made !== null && handleOf(reader.made) !== null
    },
    untag({ id }) {
      reader.remove(id)
      return () => handleOf(id) === null
    },
    scroller: () => reader.parts.scroller,
    textBox: () => reader.parts.text,
    setTextWidth(px) {
      reader.parts.page.style.width = px === null ? '' : `${px}px`
    },
    check: () => checkDrawing(reader),
  }
}

function recordsOf(workload: ReaderWorkload): Records {
  const article = articleOf(workload)
  return new Map(workload.tags.map((tag) => [tag.id, annotationOf(article, tag)]))
}

install(ours())
