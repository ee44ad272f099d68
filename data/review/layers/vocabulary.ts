import type { Attribute } from '../../model/codebook'
import { activeLabels, labelInForce } from '../../model/labels-in-force'
import type { AttributeValue } from '../../model/records'
import type { RecordIndex } from '../../record/index/record-index'
import { ATTRIBUTES, eachTag, LABEL, MEANS, type Sheet } from '../../record/index/sheet'
import { stanceFrom } from '../../record/stance'
import { isCompared, meaningsOf, STANCE } from '../differ'
import { MISSING, type Detail } from '../measures/coincidences'
import { intervalDistances, masiDistances, type Distances } from '../measures/distances'

/** A layer in which everybody chooses a value for a tag that others have too. */
export interface ChoiceLayer {
  /** `label`, `actor`, `position`, `stance`, `attribute:ID`. */
  readonly name: string
  /** What can be chosen, as a text: an id, an option, a number; of several options they are joined by spaces. */
  readonly values: readonly string[]
  /** What counts as nearly the same: nothing (`nominal`), values beside each other (`ordinal`), or by a table. */
  readonly distances: 'nominal' | 'ordinal' | Distances
  readonly detail: Detail
}

/** Values of one attribute that are held against each other by a table at most; beyond that only equal or not counts. */
const TABLE = 256

/** The labels, entries and values that an index has, as numbers that are equal where they count as the same. */
export interface Vocabulary {
  /** Labels in force by id, in the order of the codebook, then others by id. */
  readonly labels: readonly string[]
  /** By number of a label of the index its place among `labels`; −1 where it is not asked about. */
  readonly labelOf: Int32Array
  /** By number of an entry the number of what it counts as. */
  readonly rootOf: Int32Array
  readonly choices: readonly ChoiceLayer[]
  /** By place of the layer. */
  readonly values: readonly LayerValues[]
}

/** Where it stands what a tag has in a layer: plain numbers, which another thread can be given. */
export type LayerValues = Readonly<
  | { is: 'label' }
  /** By root of a meaning; what the registries do not have is told by the label of the tag: by its place, 1 where such tags have this as a rule. */
  | { is: 'meaning'; byRoot: Int32Array; isUnknown: Uint8Array; byLabel: Uint8Array }
  /** By number of attributes. */
  | { is: 'attribute'; byNumber: Int32Array }
>

/** What a tag has in a layer, or `MISSING`: from the place of its label, the root of its meaning and the number of its attributes. */
export function valueIn(values: LayerValues, label: number, root: number, attributes: number): number {
  switch (values.is) {
    case 'label':
      return label
    case 'meaning':
      if (root === 0 || (values.isUnknown[root] === 1 && values.byLabel[label] === 0)) return MISSING
      return values.byRoot[root]!
    case 'attribute':
      return values.byNumber[attributes]!
  }
}

/** The numbers of labels, entries and attributes that stand in some tags. */
export interface Used {
  readonly labels: ReadonlySet<number>
  readonly entries: ReadonlySet<number>
  readonly attributes: ReadonlySet<number>
}

/** What the tags on these sheets use. An index also knows what has stood in tags that are gone. */
export function usedIn(sheets: Iterable<Sheet>): Used {
  const used = { labels: new Set<number>(), entries: new Set<number>(), attributes: new Set<number>() }
  for (const sheet of sheets)
    eachTag(sheet, (at) => {
      used.labels.add(sheet[at + LABEL]!)
      if (sheet[at + MEANS] !== 0) used.entries.add(sheet[at + MEANS]!)
      used.attributes.add(sheet[at + ATTRIBUTES]!)
    })
  return used
}

/** Of the tags that use these; `asked`: the labels in force that are compared, `null` for all. */
export function vocabularyOf(index: RecordIndex, use: Used, asked: readonly string[] | null): Vocabulary {
  const { codebook, texts } = index
  const inForce = texts.labels.texts.map((id) => labelInForce(codebook, id))
  const used = [...use.labels].map((number) => inForce[number - 1]!)
  const known = [...activeLabels(codebook).map(({ id }) => id), ...codebook.labels.map(({ id }) => id)]
  const all = [...new Set([...known.filter((id) => labelInForce(codebook, id) === id), ...used.toSorted()])]
  const isUsed = new Set(used)
  const isActive = new Set(activeLabels(codebook).map(({ id }) => id))
  const labels = all.filter((id) => (isUsed.has(id) || isActive.has(id)) && (!asked || asked.includes(id)))
  const labelOf = Int32Array.from([MISSING, ...inForce.map((id) => labels.indexOf(id))])

  const layers = [labelLayer(labels), ...meaningLayers(index, use, labels), ...attributeLayers(index, use)]
  return {
    labels,
    labelOf,
    rootOf: rootsIn(index),
    choices: layers.map(({ layer }) => layer),
    values: layers.map(({ values }) => values),
  }
}

interface Made {
  readonly layer: ChoiceLayer
  readonly values: LayerValues
}

const labelLayer = (labels: readonly string[]): Made => ({
  layer: { name: 'label', values: labels, distances: 'nominal', detail: 'nominal' },
  values: { is: 'label' },
})

function rootsIn({ texts, registry }: RecordIndex): Int32Array {
  const { entries } = texts
  // What all was merged into may stand in no tag itself.
  const ids = [...entries.texts]
  return Int32Array.from([0, ...ids.map((id) => entries.numberOf(registry.countsAs(id)))])
}

/** Whom and which position tags mean. What the registries do not have is told by the label of the tag. */
function meaningLayers(index: RecordIndex, { entries }: Used, labels: readonly string[]): Made[] {
  const { registry, texts, codebook } = index
  const rootOf = rootsIn(index)
  const roots = [...new Set([...entries].map((entry) => rootOf[entry]!))]
  const idOf = (root: number) => texts.entries.textOf(root)
  const byLabel = labels.map((label) => meaningsOf(codebook, label))
  return (['actor', 'position'] as const).map((name): Made => {
    const isOne = (root: number) => {
      const record = registry.get(idOf(root))
      return record ? (record.is === 'actor') === (name === 'actor') : null
    }
    const meant = roots
      .filter((root) => isOne(root) !== false)
      .toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1))
    const byRoot = new Int32Array(texts.entries.size).fill(MISSING)
    const isUnknown = new Uint8Array(texts.entries.size)
    for (const [place, root] of meant.entries()) {
      byRoot[root] = place
      if (isOne(root) === null) isUnknown[root] = 1
    }
    return {
      layer: { name, values: meant.map(idOf), distances: 'nominal', detail: 'nominal' },
      values: {
        is: 'meaning',
        byRoot,
        isUnknown,
        byLabel: Uint8Array.from(byLabel, (of) => Number(of === name)),
      },
    }
  })
}

/** Attributes of the codebook that are compared, stance first. Free words are no choice. */
function attributeLayers(index: RecordIndex, use: Used): Made[] {
  const compared = index.codebook.attributes.filter(({ id, type }) => isCompared(id) && type !== 'text')
  const ordered = compared.toSorted((a, b) => Number(b.id === STANCE) - Number(a.id === STANCE))
  const said = index.texts.attributes.texts.map((_, i) =>
    use.attributes.has(i + 1) ? index.attributes(i + 1) : {},
  )
  return ordered.map((attribute): Made => {
    const values = said.map((each) => choiceOf(index, attribute, each[attribute.id]))
    const layer = attributeLayer(attribute, values)
    const places = new Map(layer.values.map((value, i) => [value, i]))
    const byNumber = Int32Array.from([
      MISSING,
      ...values.map((value) => (value === null ? MISSING : (places.get(value) ?? MISSING))),
    ])
    return { layer, values: { is: 'attribute', byNumber } }
  })
}

/** A value as a text; `null` where there is none that counts. */
function choiceOf(
  { registry }: RecordIndex,
  { id, type }: Attribute,
  value: AttributeValue | undefined,
): string | null {
  if (value === undefined || value === '') return null
  if (id === STANCE && type === 'choice') {
    const stance = stanceFrom(value)
    if (stance) return String(stance.sign)
  }
  if (type === 'entry') return registry.countsAs(String(value))
  return Array.isArray(value) ? [...new Set(value)].toSorted().join(' ') : String(value)
}

function attributeLayer(attribute: Attribute, said: readonly (string | null)[]): ChoiceLayer {
  const name = attribute.id === STANCE ? STANCE : `attribute:${attribute.id}`
  const used = new Set(said.filter((value) => value !== null))
  switch (attribute.type) {
    case 'scale': {
      const steps = Array.from({ length: attribute.max - attribute.min + 1 }, (_, i) => attribute.min + i)
      const values = inNumbers(new Set([...steps.map(String), ...used]))
      return { name, values, distances: 'ordinal', detail: 'full' }
    }
    case 'number': {
      const values = inNumbers(used)
      if (values.length > TABLE) break
      return { name, values, distances: intervalDistances(values.map(Number)), detail: 'full' }
    }
    case 'choices': {
      const values = [...used].toSorted()
      if (values.length > TABLE) break
      const sets = values.map((value) => new Set(value.split(' ')))
      return { name, values, distances: masiDistances(sets), detail: 'full' }
    }
    case 'choice': {
      if (name === STANCE && [...used].every((value) => ['-1', '0', '1'].includes(value)))
        return { name, values: ['-1', '0', '1'], distances: 'ordinal', detail: 'full' }
      const options = attribute.options.map(({ value }) => value)
      const values = [...new Set([...options, ...[...used].toSorted()])]
      return { name, values, distances: 'nominal', detail: 'nominal' }
    }
  }
  return { name, values: [...used].toSorted(), distances: 'nominal', detail: 'nominal' }
}

/** Numbers in order; what is no number comes last. */
const inNumbers = (values: ReadonlySet<string>): string[] =>
  [...values].toSorted((a, b) => {
    const [m, n] = [Number(a), Number(b)]
    if (Number.isNaN(m) || Number.isNaN(n))
      return Number(Number.isNaN(m)) - Number(Number.isNaN(n)) || (a < b ? -1 : 1)
    return m - n
  })
