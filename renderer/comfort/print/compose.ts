import type { Codebook } from '../../../data/model/codebook'
import { layLines } from '../../reader/drawing/lay-lines'
import { riseOf } from '../../reader/drawing/lanes'
import { startingOn } from '../../reader/drawing/margin-letters'
import { marksOf } from '../../reader/drawing/marks'
import { measure } from '../../reader/drawing/measure'
import type { DrawnTag } from '../../reader/drawing/tag-index'
import { TypeSizes } from '../../reader/drawing/type-size'
import { paragraphAt, paragraphsOf, type Paragraph } from '../../reader/text/paragraphs'
import { isTurned } from '../../reader/text/direction'
import type { OpenedArticle } from '../../state/state'
import { breathing } from './breath'
import { at, drawingOf, element, printPatterns } from './elements'
import { drawMatter, endMatter, type NoteAtEnd } from './end-matter'
import { headOf, runnersOn, type Named } from './heads'
import { linesIn } from './lines-in'
import { lettersBesideLine } from './margin-letters'
import { paginate, type Lines } from './paginate'
import { layoutOf, type PageLayout } from './paper'
import { placeNotes } from './place-notes'
import { PrintedText, wordsOf, type Fragment } from './printed-text'
import { tagsToPrint, type PrintChoice, type PrintedTag } from './what-to-print'
import './print.css'

/** What is printed, and for whom. */
export interface PrintJob {
  readonly open: OpenedArticle
  readonly scenery: Named
  readonly choice: PrintChoice
}

/** Air before a paragraph, in CSS pixels, by its kind. */
const before = (type: Paragraph['type']): number =>
  type === 'subhead' ? 18 : type === 'boilerplate' || type === 'byline' ? 4 : 10

/** Lines of a note that stand in the margin at most; a longer one goes on at the end. */
const MARGIN_LINES = 16
const NOTE_LEADING = 14
const NOTE_GAP = 7
/** What the number of a note takes of its width. */
const NUMBER_WIDTH = 20

/**
 * Lays an article out for the printer, with its tags, into `root`, an element on the page: every paragraph on pages
 * of the chosen paper. Tells how far it is from 0 to 1 and lets the window breathe meanwhile; rejects when `signal`
 * says so. Gives the number of pages.
 */
export async function compose(
  root: HTMLElement,
  { open, scenery, choice }: PrintJob,
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<number> {
  const breathe = breathing(signal)
  const { article } = open
  const { codebook } = scenery
  const tags = tagsToPrint(open, codebook, choice)
  const layout = layoutOf(
    choice.paper,
    tags.some(({ note }) => note !== ''),
  )
  root.className = `printed paper-${choice.paper.toLowerCase()}`
  root.classList.toggle('two-sided', choice.above !== null)
  root.dataset['theme'] = 'light'
  root.append(printPatterns(huesOf(codebook)))
  const ruler = element('print-measure')
  ruler.lang = article.language ?? ''
  root.append(ruler)

  const paragraphs = paragraphsOf(article)
  const sizes = new TypeSizes(
    ruler,
    paragraphs.map(({ type }) => type),
  )
  const set: { readonly lines: { start: number; end: number }[]; readonly rtl: boolean }[] = []
  for (const [i, paragraph] of paragraphs.entries()) {
    set.push(linesOfParagraph(ruler, article.text, paragraph, layout))
    progress((0.4 * i) / paragraphs.length)
    await breathe()
  }

  const head = headOf(
    open,
    scenery,
    choice,
    tags,
    paragraphs.some(({ type }) => type === 'headline'),
  )
  const margin = layout.text.width + layout.letters.width + 14
  at(head, { left: 0, top: 0, width: tags.some(({ note }) => note !== '') ? margin : layout.whole.width })
  ruler.append(head)
  const headHeight = Math.ceil(head.offsetHeight) + 14
  head.remove()

  const blocks = paragraphs.map(({ type }, i): Lines => ({
    count: set[i]!.lines.length,
    leading: sizes.of(type).leading,
    before: before(type),
    leads: type === 'headline' || type === 'subhead',
  }))
  const height = layout.bottom - layout.top
  const shared = paginate(blocks, height - headHeight, height)

  const pages: HTMLElement[] = []
  const newPage = () => {
    const page = element('print-page')
    page.style.width = `${layout.width}px`
    page.style.height = `${layout.height}px`
    root.append(page)
    pages.push(page)
    return page
  }

  const fragments: Fragment[] = []
  const elements: HTMLElement[] = []
  const placed: { readonly page: number; readonly top: number }[] = []
  for (const [i, on] of shared.entries()) {
    const page = newPage()
    const from = layout.top + (i === 0 ? headHeight : 0)
    if (i === 0) page.append(at(head, { left: layout.text.left, top: layout.top }))
    for (const { lines, from: first, to, y } of on) {
      const paragraph = paragraphs[lines]!
      const all = set[lines]!.lines
      const shown = all.slice(first, to).map((line, j) => ({
        ...line,
        words: wordsOf(article.text, line, first + j === all.length - 1),
      }))
      const fragment = {
        ...paragraph,
        isFirst: first === 0,
        lines: shown,
        start: shown[0]!.start,
        end: to === all.length ? paragraph.end : shown.at(-1)!.end,
      }
      const block = blockOf(paragraph, shown.map(({ words }) => words).join('\n'))
      block.dir = set[lines]!.rtl ? 'rtl' : 'ltr'
      if (article.language !== null) block.lang = article.language
      if (first === 0 && paragraph.number !== null) block.dataset['number'] = String(paragraph.number)
      page.append(at(block, { left: layout.text.left, top: from + y, width: layout.text.width }))
      fragments.push(fragment)
      elements.push(block)
      placed.push({ page: i, top: from + y })
    }
    progress(0.4 + (0.2 * i) / shared.length)
    await breathe()
  }

  const text = new PrintedText(article.text, fragments, elements)
  const touching = tagsByFragment(fragments, tags)
  const numbers = new Map(tags.map((tag) => [tag.drawn.id, tag]))
  const anchors: { readonly tag: PrintedTag; readonly y: number }[][] = pages.map(() => [])
  for (const [i, fragment] of fragments.entries()) {
    const here = touching[i]!
    if (here.length > 0) {
      const size = sizes.of(fragment.type)
      const laid = layLines(measure(text, i, here, size), size, null)
      const { page: onPage, top } = placed[i]!
      const page = pages[onPage]!
      const indent = layout.text.left
      const drawing = at(drawingOf(marksOf(laid, () => 'rest', size)), {
        left: indent,
        top,
        width: layout.text.width,
      })
      page.prepend(drawing)
      for (const line of laid) {
        const starting = startingOn(line)
        if (!starting) continue
        const beside = lettersBesideLine(starting.tags)
        page.append(
          at(beside, { left: layout.letters.left, top: top + line.base - 12, width: layout.letters.width }),
        )
        for (const { tag, first, x0, x1 } of line.strokes) {
          const printed = first === null ? undefined : numbers.get(tag.id)
          if (!printed || printed.number === null) continue
          const number = element('print-number', String(printed.number), 'span')
          const x = first === 'right' ? x1 - 5 : x0
          page.append(at(number, { left: indent + x, top: top + line.base - riseOf(size) - 8 }))
          if (printed.note !== '')
            anchors[onPage]!.push({ tag: printed, y: top + line.base - 12 - layout.top })
        }
      }
    }
    progress(0.6 + (0.3 * i) / fragments.length)
    await breathe()
  }

  const atEnd = await setNotes(ruler, pages, anchors, layout, breathe)
  const matter = await endMatter(ruler, { open, scenery, choice, tags, atEnd, layout, paragraphs }, breathe)
  drawMatter(matter, layout, newPage)
  runnersOn(pages, layout, { open, scenery, choice })
  ruler.remove()
  progress(1)
  return pages.length
}

const huesOf = ({ labels }: Codebook): string[] => [...new Set([...labels.map(({ hue }) => hue), 'other'])]

function blockOf({ type }: Paragraph, words: string): HTMLElement {
  return element(`block ${type}`, words, type === 'headline' ? 'h1' : type === 'subhead' ? 'h2' : 'p')
}

/** The lines of a paragraph in the column, and whether it runs from right to left. Offsets are the article's. */
function linesOfParagraph(
  ruler: HTMLElement,
  text: string,
  paragraph: Paragraph,
  { text: column }: PageLayout,
) {
  const words = text.slice(paragraph.start, paragraph.end)
  const block = blockOf(paragraph, '')
  block.style.width = `${column.width}px`
  ruler.append(block)
  let rtl = false
  if (isTurned(words)) {
    block.dir = 'auto'
    block.textContent = words.slice(0, 4000)
    rtl = getComputedStyle(block).direction === 'rtl'
    block.dir = rtl ? 'rtl' : 'ltr'
  }
  const lines = linesIn(block, paragraph.wrapped ? words.replace(/\n/g, ' ') : words)
  block.remove()
  const moved = lines.map(({ start, end }) => ({
    start: start + paragraph.start,
    end: end + paragraph.start,
  }))
  return { lines: moved.length > 0 ? moved : [{ start: paragraph.start, end: paragraph.end }], rtl }
}

/** The tags that touch each fragment, the shorter first, as lanes are given. */
function tagsByFragment(fragments: readonly Fragment[], tags: readonly PrintedTag[]): DrawnTag[][] {
  const found: DrawnTag[][] = fragments.map(() => [])
  const inLaneOrder = tags
    .map(({ drawn }) => drawn)
    .toSorted((a, b) => a.length - b.length || a.order - b.order || (a.id < b.id ? -1 : 1))
  for (const tag of inLaneOrder) {
    const first = paragraphAt(fragments, tag.spans[0]!.start)
    const last = paragraphAt(fragments, tag.spans.at(-1)!.end - 1)
    for (let i = first; i <= last; i++) found[i]!.push(tag)
  }
  return found
}

/** Puts the notes into the margins. Gives those that are to stand at the end, whole. */
async function setNotes(
  ruler: HTMLElement,
  pages: readonly HTMLElement[],
  anchors: readonly (readonly { readonly tag: PrintedTag; readonly y: number }[])[],
  layout: PageLayout,
  breathe: () => Promise<void>,
): Promise<NoteAtEnd[]> {
  const words = element('print-note-words')
  words.style.width = `${layout.notes.width - NUMBER_WIDTH}px`
  ruler.append(words)
  const ordered = anchors.map((page) => page.toSorted((a, b) => a.y - b.y || a.tag.number! - b.tag.number!))
  const notes: { readonly tag: PrintedTag; readonly lines: readonly string[]; readonly isCut: boolean }[] = []
  for (const { tag } of ordered.flat()) {
    const all = linesIn(words, tag.note)
    const isCut = all.length > MARGIN_LINES
    const shown = all
      .slice(0, isCut ? MARGIN_LINES - 1 : MARGIN_LINES)
      .map((line, i) => wordsOf(tag.note, line, i === all.length - 1))
    notes.push({ tag, lines: isCut ? [...shown, '… in full at the end'] : shown, isCut })
    await breathe()
  }
  words.remove()

  let next = 0
  const wanted = ordered.map((page) => page.map(({ y }) => ({ y, lines: notes[next++]!.lines.length })))
  const placed = placeNotes(wanted, {
    leading: NOTE_LEADING,
    gap: NOTE_GAP,
    height: layout.bottom - layout.top,
  })
  for (const [i, here] of placed.pages.entries())
    for (const { note, from, to, y } of here) {
      const { tag, lines } = notes[note]!
      const box = element('print-note', [
        element('print-note-number', String(tag.number)),
        element('print-note-words', lines.slice(from, to).join('\n')),
      ])
      pages[i]!.append(at(box, { left: layout.notes.left, top: layout.top + y, width: layout.notes.width }))
    }
  const homeless = new Set(placed.left.map(({ note }) => note))
  return notes.filter(({ isCut }, i) => isCut || homeless.has(i)).map(({ tag }) => ({ tag }))
}
