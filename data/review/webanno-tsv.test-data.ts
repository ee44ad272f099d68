import type { Codebook } from '../model/codebook'
import { builtInCodebook } from '../model/built-in-codebook'
import type { Annotation, Link } from '../model/records'
import { idFrom } from '../model/ids'
import { tagOn } from './drawn-sides.test-data'
import type { Side } from './side'

/** A column group: a span layer with its features, or a relation layer. */
interface Layer {
  /** The last part of its type's name, in lower case. */
  readonly name: string
  readonly isRelation: boolean
  readonly features: readonly string[]
}

/**
 * One person's annotations in a WebAnno TSV 3 file, as far as the curated documents need it: spans of tokens, stacked ones by their
 * numbers, and relations between them. A layer is a label, and its features are attributes; a relation with its features is a
 * type of link. Offsets are UTF-16 code units, as in the file.
 */
export function sideInTsv(annotator: string, tsv: string): Side {
  const layers = tsv.split('\n').flatMap((line) => layerIn(line) ?? [])
  const rows = tsv.split('\n').filter((line) => /^\d+-\d+\t/.test(line))
  const tags = new Map<string, Annotation>()
  const relations: { readonly from: string; readonly to: string; readonly type: string }[] = []
  const spans = layers.filter(({ isRelation }) => !isRelation)
  for (const row of rows) {
    const [token = '', place = '', , ...cells] = row.split('\t')
    const [start = 0, end = 0] = place.split('-').map(Number)
    let at = 0
    for (const layer of layers) {
      const width = layer.features.length + (layer.isRelation ? 1 : 0)
      const values = cells.slice(at, at + width).map(stacked)
      at += width
      if (layer.isRelation) {
        const [ends] = values.slice(-1)
        for (const [i, { value }] of (ends ?? []).entries()) {
          const [, other = '', from = '0', to = '0'] = /^(\d+-\d+)(?:\[(\d+)_(\d+)\])?$/.exec(value) ?? []
          if (other === '') continue
          const said = values.slice(0, -1).map((each) => each[i]?.value ?? '*')
          const base = spans[0]!.name
          const type = [layer.name, ...said].join(' ')
          relations.push({ from: `${base} ${other} ${from}`, to: `${base} ${token} ${to}`, type })
        }
        continue
      }
      for (const [i, { number }] of (values[0] ?? []).entries()) {
        const said = values.map((each) => each[i]?.value ?? '_')
        if (said.every((value) => value === '_')) continue
        const attributes = Object.fromEntries(
          layer.features.flatMap((feature, n) => (said[n] === '*' ? [] : [[feature, said[n]!]])),
        )
        const key = `${layer.name} ${number === 0 ? token : ''} ${number}`
        const before = tags.get(key)
        const id = idFrom(`${annotator} ${key}`)
        const first = before?.target[0]?.start ?? start
        const tag = tagOn(id, [[first, end]], { label: layer.name, attributes })
        tags.set(key, tag)
        if (number > 0) tags.set(`${layer.name} ${token} ${number}`, tag)
      }
    }
  }
  const links = relations.flatMap(({ from, to, type }): Link[] => {
    const [start, stop] = [tags.get(from), tags.get(to)]
    if (!start || !stop) throw new Error(`${from} or ${to} is not there`)
    const { created, modified, article } = start
    const id = idFrom(`${annotator} ${from} ${to} ${type}`)
    return [{ is: 'link', id, created, modified, article, type, from: start.id, to: stop.id }]
  })
  return { annotator, tags: [...new Map([...tags.values()].map((tag) => [tag.id, tag])).values()], links }
}

/** `#T_SP=de.example.POS|PosValue|coarseValue`; the base of a relation is none of its features. */
function layerIn(line: string): Layer | null {
  const [, kind, type = '', features = ''] = /^#T_(SP|RL)=([^|]+)\|?(.*)$/.exec(line) ?? []
  if (kind === undefined) return null
  const named = features.split('|').filter((feature) => feature !== '' && !feature.startsWith('BT_'))
  return { name: type.split('.').at(-1)!.toLowerCase(), isRelation: kind === 'RL', features: named }
}

/** The values of a cell, in their order, each with its number among those that are stacked or longer than a token; 0: none. */
const stacked = (cell: string): { readonly value: string; readonly number: number }[] =>
  cell.split(/(?<!\\)\|/).map((part) => {
    const [, value = part, number = '0'] = /^(.*?)\[(\d+)\]$/.exec(part) ?? []
    const isEnd = /^\d+-\d+\[\d+_\d+\]$/.test(part)
    return isEnd
      ? { value: part, number: 0 }
      : { value: value.replace(/\\(.)/g, '$1'), number: Number(number) }
  })

/** A codebook in which all that these people have may stand. */
export function codebookOf(sides: readonly Side[]): Codebook {
  const labels = [...new Set(sides.flatMap(({ tags }) => tags.map(({ label }) => label)))]
  const types = [...new Set(sides.flatMap(({ links }) => links.map(({ type }) => type)))]
  const features = new Set(sides.flatMap(({ tags }) => tags.flatMap((tag) => Object.keys(tag.attributes))))
  const [label] = builtInCodebook.labels
  const [linkType] = builtInCodebook.linkTypes
  return {
    ...builtInCodebook,
    labels: labels.map((id) => ({ ...label!, id, name: id })),
    attributes: [...features].map((id) => ({
      id,
      name: id,
      definition: '',
      labels,
      type: 'text',
    })),
    linkTypes: types.map((id) => ({ ...linkType!, id, from: labels, to: labels })),
  }
}
