import { builtInCodebook } from '../model/built-in-codebook'
import type { Codebook } from '../model/codebook'
import { entryName, Registry } from '../model/registry'
import type { AttributeValue, RegistryRecord } from '../model/records'
import { annotated } from '../samples/annotated'
import type { Named, Statement } from './statement'
import { statementsOf } from './statements'
import type { LinkLike, TagLike, WorkLike } from './work-graph'

interface Said {
  /** "Reszek makes “he must stay”": tags by their words, which no two may share. */
  readonly links?: readonly string[]
  /** The name of the entry that a tag means, by the tag's words. */
  readonly means?: Readonly<Record<string, string>>
  /** Attributes, by the tag's words. */
  readonly with?: Readonly<Record<string, Readonly<Record<string, AttributeValue>>>>
  readonly registry?: readonly RegistryRecord[]
  readonly codebook?: Codebook
}

/** The records of a drawing, as `annotated` reads it. */
export function drawnWork(
  drawing: string,
  { links = [], means = {}, with: attributes = {}, registry = [] }: Said = {},
): WorkLike[] {
  const set = annotated(drawing)
  const wordsOf = (tag: (typeof set.annotations)[number]) => tag.target.map(({ quote }) => quote).join(' … ')
  const idOf = (words: string): string => {
    const found = set.annotations.filter((tag) => wordsOf(tag) === words)
    if (found.length !== 1) throw new Error(`${found.length} tags on “${words}”`)
    return found[0]!.id
  }
  const entryOf = (name: string): string => {
    const found = registry.find((record) => entryName(record) === name)
    if (!found) throw new Error(`No entry “${name}”`)
    return found.id
  }
  for (const words of [...Object.keys(means), ...Object.keys(attributes)]) idOf(words)
  const tags = set.annotations.map((tag): TagLike => {
    const [words, { id, label, target }] = [wordsOf(tag), tag]
    const meant = means[words] === undefined ? null : entryOf(means[words])
    return { is: 'annotation', id, label, target, attributes: attributes[words] ?? {}, means: meant }
  })
  const drawn = links.map((link, i): LinkLike => {
    const [, from = '', type = '', to = ''] =
      /^(.+?) (makes|holds|addresses|supports|opposes|cites) (.+)$/.exec(link) ?? []
    return { is: 'link', id: `link ${i}`, type, from: idOf(from), to: idOf(to) }
  })
  return [...tags, ...drawn]
}

/** The statements of a drawing. */
export const statementsIn = (drawing: string, said: Said = {}): Statement[] =>
  statementsOf(
    { article: 'a', annotator: 'ines', records: drawnWork(drawing, said) },
    said.codebook ?? builtInCodebook,
    Registry.of(said.registry ?? []),
  )

/** The table of a drawing, a line a statement, as `rowIn` writes it. */
export const tableOf = (drawing: string, said: Said = {}): string[] =>
  statementsIn(drawing, said).map(rowIn(Registry.of(said.registry ?? [])))

/** "Reszek against2 No: “unrealistic”", then whom it was said to and who says so; "?" for who or what nobody has said. */
export const rowIn =
  (registry: Registry) =>
  ({ actor, position, stance, claim, words, addressees, sources }: Statement): string => {
    const name = (named: Named | null) => {
      const record = registry.get(named?.entry)
      return record ? entryName(record) : named ? `“${named.words}”` : '?'
    }
    return [
      name(actor),
      stance ? ['against', 'neither', 'for'][stance.sign + 1]! + (stance.degree ?? '') : 'on',
      `${name(position)}:`,
      claim ? `“${words}”` : '(held)',
      ...addressees.map((to) => `to ${name(to)}`),
      ...sources.map((by) => `by ${name(by)}`),
    ].join(' ')
  }
