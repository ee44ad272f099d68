import { expect, it } from 'vitest'
import type { AnnotationSet, SetDecision, SetLink } from '../model/annotation-set'
import { printOf } from '../review/print'
import { annotated, DRAWN_AT, drawnId, drawer, linked } from '../samples/annotated'
import { reassign } from './reassign'

const printIn = ({ articleId: article, ...link }: SetLink) => printOf({ is: 'link', article, ...link })

/** A link of Ines's, on which she has decided herself, once as it is and once as it was. */
function decided(): AnnotationSet {
  const set = linked(annotated('[Ada](actor) said [so](claim).'), 1, 'makes', 2)
  const [link] = set.links
  const decision = (n: number, as: string): SetDecision => ({
    id: drawnId(n),
    created: DRAWN_AT,
    modified: DRAWN_AT,
    articleId: link!.articleId,
    annotator: drawer.id,
    action: 'accept',
    on: [{ annotator: drawer.id, id: link!.id, as }],
    readings: [],
    links: [],
    reason: null,
    note: '',
    codebook: set.codebook.id,
  })
  return { ...set, decisions: [decision(81, printIn(link!)), decision(82, '0123456789abcdef')] }
}

it('has decisions go on being on what they were on, and only what changed since be for another look', () => {
  const set = reassign(decided(), drawer.id, 'Ada Quill', 'talks')
  const [link] = set.links
  const annotator = set.annotators[0]!.id
  expect(annotator).toMatch(/^ada-quill-/)
  const here = { annotator, id: link!.id }
  expect(set.decisions.map(({ on }) => on)).toEqual([
    [{ ...here, as: printIn(link!) }],
    [{ ...here, as: '0123456789abcdef' }],
  ])
})
