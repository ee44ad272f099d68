import { createTextAnnotator, type TextAnnotation, type TextAnnotator } from '@recogito/text-annotator'
import '@recogito/text-annotator/text-annotator.css'
import { install } from '../page/bench-page'
import { fire } from '../page/events'
import '../page/host.css'
import type { Peer } from '../page/peer'
import { peerName } from '../page/peer-name'
import { putParagraphs, rangeByWalk } from '../page/plain-text'
import type { ReaderTag } from '../reader-workload'

const colours: Readonly<Record<string, string>> = { actor: '#ffc107', position: '#2196f3', claim: '#4caf50' }

/** Recogito's text annotator, which draws only what is in view. */
function recogito(renderer: 'SPANS' | 'CSS_HIGHLIGHTS'): Peer {
  const root = document.createElement('div')
  let annotator: TextAnnotator
  let count = 0
  let made: string | null = null
  const isDrawn = (id: string) =>
    renderer === 'SPANS'
      ? root.querySelector(`.r6o-span-highlight-layer [data-annotation="${id}"]`) !== null
      : CSS.highlights.has(`_${id}`)
  const isAnyDrawn = () =>
    renderer === 'SPANS' ? root.querySelector('.r6o-annotation') !== null : CSS.highlights.size > 0

  return {
    load(host, workload) {
      putParagraphs(root, workload)
      host.append(root)
      annotator = createTextAnnotator(root, {
        renderer,
        selectionMode: 'all',
        userSelectAction: 'EDIT',
        style: ({ bodies: [body] }) => ({ fill: colours[body?.value ?? ''] ?? '#888', fillOpacity: 0.35 }),
      })
      // Its user selects first and labels then: the application does it at once.
      annotator.on('createAnnotation', (annotation) => {
        annotator.updateAnnotation({ ...annotation, bodies: [bodyOf(annotation.id, 'actor')] })
        made = annotation.id
      })
      const annotations = workload.tags.map((tag) => annotationOf(tag, workload.text))
      count = annotations.length
      // By `setAnnotations` it gets no live ranges, and the renderer of highlights throws.
      if (renderer === 'SPANS') annotator.setAnnotations(annotations)
      else annotator.state.store.bulkAddAnnotations(annotations, true, 'REMOTE')
    },
    isOpen: () => annotator.state.store.all().length >= count && isAnyDrawn(),
    rangeOf: (span) => rangeByWalk(root, span),
    textBox: () => root,
    beforeSelect(_, range) {
      getSelection()?.removeAllRanges()
      annotator.cancelSelected()
      const under = range.startContainer.parentElement!
      const { left, top } = range.getClientRects()[0]!
      // A press that is shorter than this it takes for a click.
      fire(under, 'pointerdown', { clientX: left, clientY: top + 5, at: performance.now() - 500 })
      fire(under, 'selectstart')
    },
    tag() {
      made = null
      const { left, right, top } = getSelection()!.getRangeAt(0).getClientRects()[0]!
      const under = document.elementFromPoint(left + 4, top + 5) ?? root
      fire(under, 'pointerup', { clientX: right, clientY: top + 5, at: performance.now() })
      return () => made !== null && isDrawn(made)
    },
    untag({ id }) {
      annotator.removeAnnotation(id)
      return () => !isDrawn(id)
    },
  }
}

const bodyOf = (annotation: string, value: string) => ({
  id: `body-${annotation}`,
  annotation,
  purpose: 'tagging',
  value,
})

const annotationOf = ({ id, label, start, end }: ReaderTag, text: string): TextAnnotation => ({
  id,
  bodies: [bodyOf(id, label)],
  target: { annotation: id, selector: [{ quote: text.slice(start, end), start, end }], created: new Date(0) },
})

install(recogito(peerName === 'recogito-css' ? 'CSS_HIGHLIGHTS' : 'SPANS'))
