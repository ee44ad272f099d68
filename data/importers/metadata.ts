import type { Metadata } from '../model/article'
import { graphemeAt } from '../text/graphemes'
import { sentencesIn } from '../text/sentences'
import { knownAgency } from './agencies'
import type { Structure } from './blocks'
import { addressIn, copyrightHolder, outletOfAddress } from './boilerplate'
import { dateInFileName, isoOf, yearFrom } from './dates'
import type { Guess, Origin } from './guess'
import { languageOf } from './language'

/** Longer first sentences are cut for a title, in code units. */
const LONGEST_TITLE = 90

const fields = [
  'title',
  'outlet',
  'agency',
  'byline',
  'dateline',
  'published',
  'language',
  'url',
] as const satisfies readonly (keyof Metadata)[]

/** A value and where it was found. */
type Found<T> = { readonly value: T; readonly from: Origin } | null

/** What the text and the file's name tell about an article. Only fields that are not `null` have a guess. */
export function metadataOf(
  text: string,
  fileName: string,
  structure: Structure,
): { metadata: Metadata; guesses: readonly Guess[] } {
  const { dateline } = structure
  const linesAround = structure.blocks
    .filter(({ type }) => type === 'boilerplate')
    .map(({ start, end }) => text.slice(start, end))

  const title = findTitle(text, structure)
  const published = findPublished(fileName, structure)
  const url = first(linesAround, addressIn)
  const agency = dateline?.agency ? (knownAgency(dateline.agency) ?? dateline.agency) : null
  const found: { readonly [Field in keyof Metadata]: Found<NonNullable<Metadata[Field]>> } = {
    title,
    outlet: findOutlet(linesAround, url, dateline?.agency ?? null),
    agency: from('dateline', agency),
    byline: from('byline', structure.authors),
    dateline: from('dateline', wordedDateline(structure, published?.value ?? null)),
    published,
    language: from('text', languageOf(text)),
    url: from('address', url),
  }
  const value = <Field extends keyof Metadata>(field: Field) => found[field]?.value ?? null
  const guesses = fields.flatMap((field) => {
    const origin = found[field]?.from
    return origin ? [{ field, from: origin }] : []
  })
  return {
    metadata: {
      title: title.value,
      outlet: value('outlet'),
      agency: value('agency'),
      byline: value('byline'),
      dateline: value('dateline'),
      published: value('published'),
      language: value('language'),
      url: value('url'),
    },
    guesses,
  }
}

const from = <T>(origin: Origin, value: T | null): Found<T> =>
  value === null ? null : { value, from: origin }

function first<T>(lines: readonly string[], read: (line: string) => T | null): T | null {
  for (const line of lines) {
    const value = read(line)
    if (value !== null) return value
  }
  return null
}

/** The headline, else the first sentence of the first paragraph, cut at a word where it is long. */
function findTitle(text: string, { blocks }: Structure): NonNullable<Found<string>> {
  const headline = blocks.find(({ type }) => type === 'headline')
  if (headline) return { value: spaced(text.slice(headline.start, headline.end)), from: 'headline' }
  const opening = blocks.find(({ type }) => type === 'paragraph') ??
    blocks[0] ?? { start: 0, end: text.length }
  const start = opening.start + text.slice(opening.start, opening.end).search(/\S/u)
  const end = Math.min(opening.end, start + 2 * LONGEST_TITLE)
  const sentence = sentencesIn(text, { start, end })[0] ?? { start, end }
  return { value: shortened(spaced(text.slice(sentence.start, sentence.end))), from: 'first-words' }
}

const spaced = (words: string) => words.replace(/\s+/gu, ' ').trim()

function shortened(words: string): string {
  if (words.length <= LONGEST_TITLE) return words
  const space = words.lastIndexOf(' ', LONGEST_TITLE)
  const cut = space > LONGEST_TITLE / 2 ? space : graphemeAt(words, LONGEST_TITLE).start
  return `${words.slice(0, cut > 0 ? cut : words.length).replace(/[\s,;:–—-]+$/u, '')}…`
}

/** By a line with only the date, else by the file's name, else by a dateline that has the year. */
function findPublished(fileName: string, { dateLine, dateline }: Structure): Found<string> {
  const day = dateLine ? isoOf(dateLine.date) : null
  if (day) return { value: dateLine?.time ? `${day}T${dateLine.time}` : day, from: 'date-line' }
  const filed = dateline?.date ? isoOf(dateline.date) : null
  return from('file-name', dateInFileName(fileName)) ?? from('dateline', filed)
}

/** Who holds the copyright, else the site that the text names, else the agency if it is a known one. */
function findOutlet(lines: readonly string[], url: string | null, agency: string | null): Found<string> {
  return (
    from('copyright-line', first(lines, copyrightHolder)) ??
    from('address', url === null ? null : outletOfAddress(url)) ??
    from('dateline', agency === null ? null : knownAgency(agency))
  )
}

/** Where the dateline leaves the year out, it is that of the day of publication, if that is near. */
function wordedDateline({ dateline, dateLine }: Structure, published: string | null): Metadata['dateline'] {
  const place = dateline?.place ?? dateLine?.place ?? null
  const date = dateline?.date ?? null
  if (place === null && date === null) return null
  const near = date && published !== null ? yearFrom(date, published) : null
  return { place, date: date && (isoOf(date) ?? near) }
}
