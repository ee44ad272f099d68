import type { Article } from '../../data/model/article'
import { builtInCodebook as codebook } from '../../data/model/built-in-codebook'
import type { Annotation } from '../../data/model/records'
import { noTags, TagList } from '../state/tag-list'
import type { ReaderParts } from './reader-parts'
import { ReaderView } from './reader-view'
import { typeInUse } from './type-in-use'

const words = 'Some words that nobody reads, so that the first article opens as quickly as the next.'
const paragraphs = Array.from({ length: 3 }, (_, i) => ({
  start: i * (words.length + 1),
  end: i * (words.length + 1) + words.length,
}))

const article: Article = {
  format: 'parley/article',
  schema: 1,
  id: '',
  title: words,
  outlet: null,
  agency: null,
  byline: null,
  dateline: null,
  published: null,
  language: 'en',
  url: null,
  text: paragraphs.map(() => words).join('\n'),
  blocks: paragraphs.map((span, i) => ({ ...span, type: i === 0 ? 'headline' : 'paragraph' })),
  source: { name: '', encoding: 'utf-8', newlines: 'lf', byteOrderMark: false },
}

const tags = paragraphs.flatMap(({ start }, i) =>
  codebook.labels.map(({ id: label }, j): Annotation => {
    const span = { start: start + 3 * j, end: start + 20 + 7 * j }
    return {
      is: 'annotation',
      id: `${i}-${j}`,
      created: '',
      modified: '',
      article: article.id,
      label,
      target: [{ ...span, quote: article.text.slice(span.start, span.end), prefix: '', suffix: '' }],
      attributes: {},
      note: '',
      means: null,
      codebook: codebook.id,
    }
  }),
)

/**
 * Opens a tiny article where nobody sees it, tags it and closes it again. The first article that a program shows is
 * slow to open because nothing of the reader ever ran; so this is done while the window has nothing else to do. What
 * stays on the page keeps the type ready.
 */
export async function warmUp(): Promise<void> {
  const { host, parts } = stage()
  document.body.append(host)
  const noop = () => {}
  const view = new ReaderView(parts, article, codebook, {
    select: noop,
    pointAt: noop,
    pick: noop,
    picked: noop,
    menu: noop,
  })
  const most = new Map(tags.slice(0, -1).map((tag) => [tag.id, tag]))
  view.showTags({ mine: TagList.of(most), theirs: noTags })
  const { id } = tags.at(-1)!
  view.changeTags([{ id, annotation: tags.at(-1)!, side: 'below' }])
  const look = { selected: null, hiddenLabels: new Set<string>(), links: [] }
  for (const pointedAt of [id, null]) view.showLook({ ...look, pointedAt })
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  view.changeTags([{ id, annotation: null, side: 'below' }])
  view.destroy()
  host.replaceChildren(typeInUse())
}

/** What the reader stands on, out of sight and out of reach. */
function stage(): { host: HTMLElement; parts: ReaderParts } {
  const part = (className: string, ...children: Element[]) => {
    const element = document.createElement('div')
    element.className = className
    element.append(...children)
    return element
  }
  const [behind, lines, over, text, caret, margin] = [
    part('layer behind'),
    part('layer lines'),
    part('layer over'),
    part('text'),
    part('caret'),
    part('margin'),
  ]
  const page = part('page', behind, text, lines, over, caret, margin)
  const host = part('', page)
  host.style.cssText =
    'position:fixed;top:0;left:0;width:600px;height:400px;overflow:hidden;visibility:hidden'
  host.inert = true
  return { host, parts: { scroller: host, page, behind, lines, over, margin, text, caret } }
}
