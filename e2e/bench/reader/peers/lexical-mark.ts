import {
  $createMarkNode,
  $isMarkNode,
  $unwrapMarkNode,
  $wrapSelectionInMarkNode,
  MarkNode,
} from '@lexical/mark'
import { registerRichText } from '@lexical/rich-text'
import {
  $createParagraphNode,
  $createRangeSelection,
  $createTextNode,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  createEditor,
  type ElementNode,
  type LexicalEditor,
  type NodeKey,
} from 'lexical'
import { paragraphAt } from '../../../../renderer/reader/text/paragraphs'
import { install } from '../page/bench-page'
import { fire } from '../page/events'
import '../page/host.css'
import type { Peer } from '../page/peer'
import { peerName } from '../page/peer-name'
import { rangeByWalk } from '../page/plain-text'
import type { ReaderTag, ReaderWorkload } from '../reader-workload'
import './lexical-mark.css'

/**
 * Lexical as it is meant to be used, with the marks of its own package. `wrapped`: the text first, then each tag
 * wrapped, which is the obvious way. `built`: paragraphs made of flat marks that carry the ids of all tags there.
 */
function lexicalMark(way: 'wrapped' | 'built'): Peer {
  const root = document.createElement('div')
  root.contentEditable = 'true'
  root.className = 'lexical'
  /** Of each tag, the marks that carry it: what every plugin for comments keeps. */
  const marks = new Map<string, Set<NodeKey>>()
  let editor: LexicalEditor
  let workload: ReaderWorkload
  let made = 0

  const follow = (changed: ReadonlyMap<NodeKey, string>) =>
    editor.read(() => {
      for (const [key, change] of changed) {
        if (change === 'destroyed') for (const keys of marks.values()) keys.delete(key)
        const node = $getNodeByKey(key)
        if (!$isMarkNode(node)) continue
        for (const id of node.getIDs()) marks.set(id, (marks.get(id) ?? new Set()).add(key))
      }
    })

  const press = (event: KeyboardEvent) => {
    if (event.key !== '1') return
    event.preventDefault()
    const wrap = () => {
      const selection = $getSelection()
      if ($isRangeSelection(selection))
        $wrapSelectionInMarkNode(selection, selection.isBackward(), `made-${made}`)
    }
    editor.update(wrap, { discrete: true })
    made++
  }

  return {
    load(host, opened) {
      workload = opened
      host.append(root)
      editor = createEditor({
        namespace: 'bench',
        nodes: [MarkNode],
        theme: { mark: 'mark', markOverlap: 'overlap' },
        onError: (error) => {
          throw error
        },
      })
      registerRichText(editor)
      editor.registerMutationListener(MarkNode, follow, { skipInitialization: false })
      root.addEventListener('keydown', press)
      editor.setRootElement(root)
      const $fill = () => (way === 'built' ? $build(workload) : $wrapEach(workload))
      editor.update($fill, { discrete: true, tag: 'history-merge' })
    },
    isOpen: () => marks.size >= workload.tags.length,
    rangeOf({ start, end }) {
      const paragraph = paragraphAt(workload.paragraphs, start)
      const { start: from } = workload.paragraphs[paragraph]!
      return rangeByWalk(root.children[paragraph]!, { start: start - from, end: end - from })
    },
    beforeSelect: () => root.focus({ preventScroll: true }),
    tag() {
      const id = `made-${made}`
      fire(root, 'keydown', { key: '1' })
      return () => (marks.get(id)?.size ?? 0) > 0
    },
    untag({ id }) {
      editor.update(() => $remove(id, marks.get(id) ?? []), { discrete: true })
      marks.delete(id)
      return () => true
    },
  }
}

function $remove(id: string, keys: Iterable<NodeKey>): void {
  for (const key of keys) {
    const node = $getNodeByKey(key)
    if (!$isMarkNode(node)) continue
    node.deleteID(id)
    if (node.getIDs().length === 0) $unwrapMarkNode(node)
  }
}

function $build({ text, paragraphs, tags }: ReaderWorkload): void {
  const inParagraph = paragraphs.map((): ReaderTag[] => [])
  for (const tag of tags) inParagraph[paragraphAt(paragraphs, tag.start)]!.push(tag)
  const blocks = paragraphs.map(({ start, end }, i) => {
    const here = inParagraph[i]!
    const edges = new Set([start, end, ...here.flatMap((tag) => [tag.start, tag.end])])
    const cuts = [...edges].toSorted((a, b) => a - b)
    const pieces = cuts.slice(1).map((to, j) => {
      const from = cuts[j]!
      const words = $createTextNode(text.slice(from, to))
      const ids = here.filter((tag) => tag.start < to && tag.end > from).map(({ id }) => id)
      return ids.length === 0 ? words : $createMarkNode(ids).append(words)
    })
    return $createParagraphNode().append(...pieces)
  })
  $getRoot().append(...blocks)
}

function $wrapEach({ text, paragraphs, tags }: ReaderWorkload): void {
  const blocks = paragraphs.map(({ start, end }) =>
    $createParagraphNode().append($createTextNode(text.slice(start, end))),
  )
  $getRoot().append(...blocks)
  for (const { id, start, end } of tags) {
    const paragraph = paragraphAt(paragraphs, start)
    const from = paragraphs[paragraph]!.start
    const selection = $createRangeSelection()
    const [first, last] = [
      $place(blocks[paragraph]!, start - from, 'start'),
      $place(blocks[paragraph]!, end - from, 'end'),
    ]
    selection.anchor.set(first.key, first.offset, 'text')
    selection.focus.set(last.key, last.offset, 'text')
    $wrapSelectionInMarkNode(selection, false, id)
  }
}

/** Where an offset of a paragraph lies among its text nodes; between two, `edge` says in which. */
function $place(block: ElementNode, offset: number, edge: 'start' | 'end'): { key: NodeKey; offset: number } {
  let passed = 0
  for (const node of block.getAllTextNodes()) {
    const length = node.getTextContentSize()
    if (edge === 'end' ? passed + length >= offset : passed + length > offset)
      return { key: node.getKey(), offset: offset - passed }
    passed += length
  }
  throw new Error(`The paragraph has no character ${offset}.`)
}

install(lexicalMark(peerName === 'lexical-mark-built' ? 'built' : 'wrapped'))
