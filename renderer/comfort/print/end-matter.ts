import { quoteOf } from '../../state/tags'
import type { OpenedArticle } from '../../state/state'
import { paragraphAt, type Paragraph } from '../../reader/text/paragraphs'
import { at, element, letterOf } from './elements'
import type { Named } from './heads'
import { linesIn } from './lines-in'
import { paginate, type Lines } from './paginate'
import type { PageLayout } from './paper'
import { wordsOf } from './printed-text'
import { saidOf, type PrintChoice, type PrintedTag } from './what-to-print'

/** A note for which the margin had no room, or not enough. */
export interface NoteAtEnd {
  readonly tag: PrintedTag
}

/** Something of the last pages, which can go over several of them by lines. */
interface Matter extends Lines {
  readonly draw: (from: number, to: number) => HTMLElement
}

interface Job {
  readonly open: OpenedArticle
  readonly scenery: Named
  readonly choice: PrintChoice
  readonly tags: readonly PrintedTag[]
  readonly atEnd: readonly NoteAtEnd[]
  readonly layout: PageLayout
  readonly paragraphs: readonly Paragraph[]
}

const NOTE_LEADING = 14
const NUMBER_WIDTH = 20
/** Code units of a tag's words, and of a line of what is said about it, that a row of the table has at most. */
const [LONGEST_QUOTE, LONGEST_SAID] = [600, 200]
/** Lines that a row says about a tag at most. */
const MOST_SAID = 14

/** What follows the text: notes that the margin could not hold, whole, and the table of tags, if it was asked for. */
export async function endMatter(
  ruler: HTMLElement,
  job: Job,
  breathe: () => Promise<void>,
): Promise<Matter[]> {
  const matter: Matter[] = []
  const numbered = job.atEnd.toSorted((a, b) => a.tag.number! - b.tag.number!)
  if (numbered.length > 0) matter.push(heading('Notes in full'))
  for (const { tag } of numbered) {
    matter.push(wholeNote(ruler, tag, job.layout))
    await breathe()
  }
  if (!job.choice.table || job.tags.length === 0) return matter
  matter.push(
    heading('Tags'),
    row(ruler, rowOf('heads', '', null, 'Words', ['Said about them'], '¶'), job.layout, true),
  )
  for (const tag of job.tags) {
    matter.push(row(ruler, tableRow(job, tag), job.layout))
    await breathe()
  }
  return matter
}

/** Draws it on pages of its own. */
export function drawMatter(matter: readonly Matter[], layout: PageLayout, newPage: () => HTMLElement): void {
  if (matter.length === 0) return
  const height = layout.bottom - layout.top
  for (const placed of paginate(matter, height, height)) {
    const page = newPage()
    for (const { lines, from, to, y } of placed)
      page.append(
        at(matter[lines]!.draw(from, to), {
          left: layout.whole.left,
          top: layout.top + y,
          width: layout.whole.width,
        }),
      )
  }
}

const heading = (words: string): Matter => ({
  count: 1,
  leading: 32,
  before: 20,
  leads: true,
  draw: () => element('print-heading', words, 'h2'),
})

function wholeNote(ruler: HTMLElement, { number, note }: PrintedTag, layout: PageLayout): Matter {
  const block = element('print-note-words')
  block.style.width = `${layout.whole.width - NUMBER_WIDTH}px`
  ruler.append(block)
  const all = linesIn(block, note)
  block.remove()
  const lines = all.map((line, i) => wordsOf(note, line, i === all.length - 1))
  return {
    count: lines.length,
    leading: NOTE_LEADING,
    before: 8,
    leads: false,
    draw: (from, to) =>
      element('print-note', [
        element('print-note-number', from === 0 ? String(number) : ''),
        element('print-note-words', lines.slice(from, to).join('\n')),
      ]),
  }
}

function tableRow({ open, scenery, paragraphs }: Job, { drawn, number, note }: PrintedTag): HTMLElement {
  const paragraph = paragraphs[paragraphAt(paragraphs, drawn.spans[0]!.start)]
  const said = [...saidOf(open, scenery, drawn), ...(note === '' ? [] : [`Note ${number}`])]
  const shown = said.slice(0, MOST_SAID).map((line) => shortened(line, LONGEST_SAID))
  return rowOf(
    '',
    String(number),
    letterOf(drawn),
    shortened(quoteOf(drawn.annotation), LONGEST_QUOTE),
    said.length > MOST_SAID ? [...shown, `and ${said.length - MOST_SAID} more`] : shown,
    paragraph?.number?.toString() ?? '',
  )
}

/** Without cutting a character. */
function shortened(words: string, longest: number): string {
  if (words.length <= longest) return words
  let kept = ''
  for (const { segment } of new Intl.Segmenter().segment(words.slice(0, longest + 40))) {
    if (kept.length + segment.length > longest) break
    kept += segment
  }
  return `${kept} …`
}

function rowOf(
  className: string,
  number: string,
  letter: HTMLElement | null,
  words: string,
  said: readonly string[],
  place: string,
): HTMLElement {
  return element(`print-row ${className}`, [
    element('print-note-number', number),
    letter ?? element(''),
    element(className === 'heads' ? '' : 'words', words),
    element(
      'said',
      said.map((line) => element('', line)),
    ),
    element('place', place),
  ])
}

/** One row of the table, as high as it turns out to be. */
function row(ruler: HTMLElement, made: HTMLElement, layout: PageLayout, leads = false): Matter {
  made.style.width = `${layout.whole.width}px`
  ruler.append(made)
  const leading = Math.ceil(made.offsetHeight)
  made.remove()
  return { count: 1, leading, before: 0, leads, draw: () => made }
}
