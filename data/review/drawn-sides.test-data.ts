import * as fc from 'fast-check'
import { builtInCodebook } from '../model/built-in-codebook'
import type { Annotation, Link } from '../model/records'
import { Registry } from '../model/registry'
import { annotated, DRAWN_AT, drawnId } from '../samples/annotated'
import type { Comparing } from './comparison'
import type { Side } from './side'

export const comparing: Comparing = {
  threshold: 0.5,
  codebook: builtInCodebook,
  registry: Registry.of([]),
}

const article = 'a'.repeat(26)

/** A tag on the words from `start` to `end`, and of so many parts as there are pairs. */
export const tagOn = (
  id: string,
  target: readonly (readonly [start: number, end: number])[],
  more: Partial<Annotation> = {},
): Annotation => ({
  is: 'annotation',
  id,
  created: DRAWN_AT,
  modified: DRAWN_AT,
  article,
  label: 'actor',
  target: target.map(([start, end]) => ({
    start,
    end,
    quote: 'x'.repeat(end - start),
    prefix: '',
    suffix: '',
  })),
  attributes: {},
  note: '',
  means: null,
  codebook: builtInCodebook.id,
  ...more,
})

export const linkOf = (id: string, type: string, from: Annotation, to: Annotation): Link => ({
  is: 'link',
  id,
  created: DRAWN_AT,
  modified: DRAWN_AT,
  article,
  type,
  from: from.id,
  to: to.id,
})

/** Each person's tags, drawn as `annotated` reads them over one text. Ids begin with the person's place. */
export function drawnSides(drawings: Readonly<Record<string, string>>): Side[] {
  return Object.entries(drawings).map(([annotator, drawing], i) => ({
    annotator,
    links: [],
    tags: annotated(drawing).annotations.map(({ label, target }, n) =>
      tagOn(
        drawnId(100 * (i + 1) + n + 1),
        target.map(({ start, end }) => [start, end]),
        { label },
      ),
    ),
  }))
}

/** A tag's words in a text, for pictures. */
export const wordsOf = (text: string, { target }: Pick<Annotation, 'target'>): string =>
  target.map(({ start, end }) => text.slice(start, end)).join(' … ')

const people = ['ada', 'ben', 'cid', 'dot', 'eve']
const labels = ['actor', 'position', 'claim']
/** An actor, a position, and what the registries do not have. */
const meanings = [drawnId(901), drawnId(902), null]

const spans = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })), {
    minLength: 1,
    maxLength: 2,
  })
  .chain((gaps) => fc.nat(12).map((start) => targetFrom(start, gaps)))

function targetFrom(from: number, gaps: readonly (readonly [number, number])[]): [number, number][] {
  let at = from
  return gaps.map(([gap, length]) => {
    const start = at + gap
    at = start + length
    return [start, at]
  })
}

const drawnTag = fc.record({
  target: spans,
  label: fc.constantFrom(...labels),
  means: fc.constantFrom(...meanings),
  stance: fc.option(fc.integer({ min: -2, max: 2 })),
  day: fc.integer({ min: 1, max: 28 }),
})

/** Up to so many people with up to so many tags each on a short text, so that much competes. */
export const anySides = (most: { readonly sides: number; readonly tags: number }): fc.Arbitrary<Side[]> =>
  fc
    .array(
      fc.record({
        tags: fc.array(drawnTag, { maxLength: most.tags }),
        links: fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.constantFrom('makes', 'supports')), {
          maxLength: 3,
        }),
      }),
      { minLength: 2, maxLength: most.sides },
    )
    .map((sides) =>
      sides.map(({ tags, links }, i): Side => {
        const made = tags.map(({ target, label, means, stance, day }, n) =>
          tagOn(drawnId(100 * (i + 1) + n + 1), target, {
            label,
            means,
            attributes: stance === null ? {} : { stance },
            created: `2031-03-${String(day).padStart(2, '0')}T09:30:00.000Z`,
          }),
        )
        const linked = links.flatMap(([from, to, type], n) => {
          const [start, end] = [made[from], made[to]]
          return start && end && start !== end
            ? [linkOf(drawnId(100 * (i + 1) + 50 + n), type, start, end)]
            : []
        })
        return { annotator: people[i]!, tags: made, links: linked }
      }),
    )

/** The same people, tags and links in another order. */
export const shuffledSides = (sides: readonly Side[]): fc.Arbitrary<Side[]> =>
  fc
    .tuple(...sides.map((side) => fc.tuple(shuffled(side.tags), shuffled(side.links))))
    .chain((lists) =>
      shuffled(lists.map(([tags, links], i) => ({ annotator: sides[i]!.annotator, tags, links }))),
    )

const shuffled = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length })
