import * as fc from 'fast-check'
import { builtInCodebook } from '../model/built-in-codebook'
import { contentOf, patterns, type CodebookContent } from '../model/codebook'
import {
  addAttribute,
  bringBackAttribute,
  changeAttribute,
  changeValues,
  moveAttribute,
  retireAttribute,
  valuesOf,
} from '../model/codebook-attributes'
import type { Changed } from '../model/codebook-changes'
import {
  addLabel,
  bringBackLabel,
  changeLabel,
  mergeLabel,
  moveLabel,
  retireLabel,
  splitLabel,
} from '../model/codebook-labels'
import { addLinkType, bringBackLinkType, changeLinkType, retireLinkType } from '../model/codebook-links'
import { hues } from '../model/codebook-looks'

export type CodebookChange = (codebook: CodebookContent) => Changed

const pick = <T extends { readonly id: string }>(list: readonly T[], at: number): string =>
  list[at % Math.max(1, list.length)]?.id ?? 'none'

const place = fc.nat(40)
const name = fc.constantFrom('Threat', 'Promise', 'Ort', 'Ἀγορά', 'Claim', 'threat', 'Zoë’s side', '7 days')
const words = fc.constantFrom('', 'as said', 'not this')
const label = (act: (codebook: CodebookContent, id: string) => Changed) =>
  place.map(
    (at): CodebookChange =>
      (codebook) =>
        act(codebook, pick(codebook.labels, at)),
  )
const attribute = (act: (codebook: CodebookContent, id: string) => Changed) =>
  place.map(
    (at): CodebookChange =>
      (codebook) =>
        act(codebook, pick(codebook.attributes, at)),
  )
const link = (act: (codebook: CodebookContent, id: string) => Changed) =>
  place.map(
    (at): CodebookChange =>
      (codebook) =>
        act(codebook, pick(codebook.linkTypes, at)),
  )

/** Anything that can be done to a codebook, on whichever of its parts. */
export const arbitraryChange: fc.Arbitrary<CodebookChange> = fc.oneof(
  name.map(
    (each): CodebookChange =>
      (codebook) =>
        addLabel(codebook, { name: each }),
  ),
  fc.tuple(place, name, words, fc.constantFrom(...hues), fc.constantFrom(...patterns)).map(
    ([at, to, definition, hue, pattern]): CodebookChange =>
      (codebook) =>
        changeLabel(codebook, pick(codebook.labels, at), { name: to, definition, hue, pattern }),
  ),
  fc.tuple(place, place).map(
    ([at, other]): CodebookChange =>
      (codebook) =>
        changeLabel(codebook, pick(codebook.labels, at), { parent: pick(codebook.labels, other) }),
  ),
  fc.tuple(place, place).map(
    ([at, other]): CodebookChange =>
      (codebook) =>
        mergeLabel(codebook, pick(codebook.labels, at), pick(codebook.labels, other)),
  ),
  fc.tuple(place, name, place).map(
    ([at, made, other]): CodebookChange =>
      (codebook) =>
        splitLabel(codebook, pick(codebook.labels, at), [{ name: made }, pick(codebook.labels, other)]),
  ),
  label(retireLabel),
  label(bringBackLabel),
  label((codebook, id) => moveLabel(codebook, id, 1)),
  fc
    .tuple(name, fc.constantFrom('choice' as const, 'choices', 'scale', 'number', 'date', 'text', 'entry'))
    .map(
      ([each, type]): CodebookChange =>
        (codebook) =>
          addAttribute(codebook, { name: each, type, labels: codebook.labels.map(({ id }) => id) }),
    ),
  attribute((codebook, id) => changeAttribute(codebook, id, { required: true, definition: 'asked for' })),
  attribute((codebook, id) => changeAttribute(codebook, id, { required: undefined })),
  attribute((codebook, id) => changeValues(codebook, id, valuesOf('number'))),
  attribute(retireAttribute),
  attribute(bringBackAttribute),
  attribute((codebook, id) => moveAttribute(codebook, id, -2)),
  fc.tuple(place, place).map(
    ([from, to]): CodebookChange =>
      (codebook) =>
        addLinkType(codebook, {
          phrase: 'threatens',
          inverse: 'threatened by',
          from: [pick(codebook.labels, from)],
          to: [pick(codebook.labels, to)],
        }),
  ),
  link((codebook, id) => changeLinkType(codebook, id, { phrase: 'goes with' })),
  link(retireLinkType),
  link(bringBackLinkType),
)

/** The codebook after as many of the changes as can be made. */
export const after = (codebook: CodebookContent, changes: readonly CodebookChange[]): CodebookContent =>
  changes.reduce((before, change) => {
    const changed = change(before)
    return changed.ok ? changed.value : before
  }, codebook)

export const someChanges = (maxLength: number) => fc.array(arbitraryChange, { maxLength })

/** A codebook that the built-in one may have become. */
export const arbitraryCodebook: fc.Arbitrary<CodebookContent> = someChanges(12).map((changes) =>
  after(contentOf(builtInCodebook), changes),
)
