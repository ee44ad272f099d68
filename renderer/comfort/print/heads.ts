import type { Scenery } from '../../inspector/tag-words'
import { layLines } from '../../reader/drawing/lay-lines'
import { marksOf } from '../../reader/drawing/marks'
import type { DrawnTag } from '../../reader/drawing/tag-index'
import type { OpenedArticle } from '../../state/state'
import { counted, dateInWords, languageInWords } from '../../ui/words'
import { at, drawingOf, element, letterOf } from './elements'
import type { PageLayout } from './paper'
import { tagOfEachLabel, type PrintChoice, type PrintedTag } from './what-to-print'

/** The codebook, the registry, and what people are called. */
export interface Named extends Scenery {
  readonly nameOf: (annotator: string) => string
  readonly project: string
}

/** What stands over the text on the first page: where the article is from, whose tags these are, and the key. */
export function headOf(
  { article }: OpenedArticle,
  scenery: Named,
  choice: PrintChoice,
  tags: readonly PrintedTag[],
  hasHeadline: boolean,
): HTMLElement {
  const facts = [
    article.outlet ?? article.agency,
    article.published && dateInWords(article.published),
    article.dateline?.place,
    article.language && languageInWords(article.language),
  ].filter((fact): fact is string => Boolean(fact))
  const rows = [
    ...(hasHeadline ? [] : [element('print-title', article.title)]),
    ...(facts.length > 0 ? [element('print-facts', facts.join('  ·  '))] : []),
    element('print-people', whose(scenery, choice, tags)),
    ...(tags.length > 0 ? [element('print-key', tagOfEachLabel(tags).map(keyOf))] : []),
  ]
  return element('print-head', rows)
}

function whose({ nameOf }: Named, { below, above }: PrintChoice, tags: readonly PrintedTag[]): string {
  const count = (side: DrawnTag['side']) =>
    counted(tags.filter(({ drawn }) => drawn.side === side).length, 'tag')
  const under =
    below === null
      ? []
      : [`${count('below')} by ${nameOf(below)}${above === null ? '' : ', under the words'}`]
  const over = above === null ? [] : [`${count('above')} by ${nameOf(above)}, over the words`]
  return [...under, ...over].join('; ') || 'Without tags'
}

/** A tag's label as the key has it: letter, mark, name. */
function keyOf(drawn: DrawnTag): HTMLElement {
  const tag = { ...drawn, side: 'below' as const, unsure: false }
  const stroke = { tag, x0: 1, x1: 25, base: 0, left: 'end', right: 'end', first: null, gap: false } as const
  const size = { size: 15, ascent: 0, leading: 31 }
  const drawing = drawingOf(marksOf(layLines([stroke], size, null), () => 'rest', size))
  return element('', [letterOf(tag), drawing, element('', tag.label.name, 'span')], 'span')
}

/** What stands at the head and foot of every page: title and outlet, annotator and number of the page. */
export function runnersOn(
  pages: readonly HTMLElement[],
  layout: PageLayout,
  job: { readonly open: OpenedArticle; readonly scenery: Named; readonly choice: PrintChoice },
): void {
  const { article } = job.open
  const people = [job.choice.below, job.choice.above]
    .filter((annotator) => annotator !== null)
    .map((annotator) => job.scenery.nameOf(annotator))
  const from = [article.outlet ?? article.agency, article.published && dateInWords(article.published)]
  for (const [i, page] of pages.entries()) {
    const runner = (left: string, right: string, top: number) =>
      at(element('print-runner', [element('', left, 'span'), element('', right, 'span')]), {
        left: layout.whole.left,
        top,
        width: layout.whole.width,
      })
    page.append(
      runner(article.title.replace(/\s+/gu, ' '), from.filter(Boolean).join('  ·  '), 36),
      runner(
        [job.scenery.project, people.length > 0 && `tagged by ${people.join(' and ')}`]
          .filter(Boolean)
          .join('  ·  '),
        `Page ${i + 1} of ${pages.length}`,
        layout.height - 50,
      ),
    )
  }
}
