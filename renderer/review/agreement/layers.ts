import type { Attribute, Codebook } from '../../../data/model/codebook'
import type { CoefficientName, Figure, LayerFigures } from '../../../data/review/figures'

/** Where the attribute is told that has a layer of its own, since position tags have degrees for and against. */
const STANCE = 'stance'

/** What kinds of things a layer compares; the parts of its name before the colon. */
export const layerKinds = [
  'spans',
  'units',
  'tokens',
  'label',
  'actor',
  'position',
  'stance',
  'attribute',
  'links',
] as const
export type LayerKind = (typeof layerKinds)[number]

/** A layer's name taken apart: "attribute:certainty" is of the kind `attribute` and of `certainty`. */
export interface LayerName {
  readonly kind: LayerKind
  /** A label, an attribute, a link type; `*`, or `null` where nothing is named: all together. */
  readonly of: string | null
}

/** `null` for a layer that this program does not know. */
export function layerName(layer: string): LayerName | null {
  const [head, ...rest] = layer.split(':')
  const kind = layerKinds.find((each) => each === head)
  return kind ? { kind, of: rest.length === 0 ? null : rest.join(':') } : null
}

/** A layer as a row of the table. */
export interface LayerRow {
  readonly layer: string
  readonly kind: LayerKind
  readonly of: string | null
  readonly name: string
  /** What is compared, in a few words. */
  readonly compared: string
  /** What is counted, for sentences: "claims", "matched tags". */
  readonly things: string
  readonly n: number
  readonly observed: number | null
  /** The coefficient that the row is told by; `null` when none came. */
  readonly main: Figure | null
  readonly second: Figure | null
  /** All, in the order in which they are listed. */
  readonly figures: readonly Figure[]
}

/** By which coefficients a layer is told, most fitting first; those that did not come are passed over. */
const told: Readonly<Record<LayerKind, readonly CoefficientName[]>> = {
  units: ['alphaU', 'gamma'],
  spans: ['overlapF1', 'exactF1'],
  tokens: ['cohenKappa', 'alpha', 'fleissKappa', 'ac1'],
  label: ['alpha', 'ac1', 'cohenKappa', 'fleissKappa'],
  actor: ['alpha', 'ac1', 'cohenKappa', 'fleissKappa'],
  position: ['alpha', 'ac1', 'cohenKappa', 'fleissKappa'],
  stance: ['alpha', 'ac2', 'ac1', 'weightedKappa'],
  attribute: ['alpha', 'ac2', 'ac1', 'cohenKappa', 'weightedKappa', 'fleissKappa'],
  links: ['alpha', 'f1', 'ac1'],
}

type Terms = Pick<Codebook, 'labels' | 'attributes' | 'linkTypes'>

/** A layer as it is told under a codebook; `null` for one that this program does not know. */
export function rowOf(figures: LayerFigures, codebook: Terms): LayerRow | null {
  const parts = layerName(figures.layer)
  if (!parts) return null
  const order = told[parts.kind]
  const place = ({ name }: Figure) => {
    const at = order.indexOf(name)
    return at === -1 ? order.length : at
  }
  const all = figures.figures.toSorted((a, b) => place(a) - place(b))
  return {
    layer: figures.layer,
    ...parts,
    ...inWords(parts, codebook),
    n: figures.n,
    observed: figures.observed,
    main: all[0] ?? null,
    second: all[1] ?? null,
    figures: all,
  }
}

/**
 * The rows of the table: every layer once, for all labels together where it is told apart by labels, those of attributes in
 * the order of the codebook.
 */
export function layerRows(layers: readonly LayerFigures[], codebook: Terms): readonly LayerRow[] {
  const attribute = (of: string | null) => codebook.attributes.findIndex(({ id }) => id === of)
  return layers
    .flatMap((layer) => rowOf(layer, codebook) ?? [])
    .filter(({ kind, of }) => kind === 'attribute' || of === null || of === '*')
    .toSorted(
      (a, b) =>
        layerKinds.indexOf(a.kind) - layerKinds.indexOf(b.kind) ||
        (a.kind === 'attribute' ? attribute(a.of) - attribute(b.of) : 0),
    )
}

/** Layers that are told for a label or a link type of its own, in the order in which they came. */
export const partRows = (layers: readonly LayerFigures[], codebook: Terms): readonly LayerRow[] =>
  layers
    .flatMap((layer) => rowOf(layer, codebook) ?? [])
    .filter(({ kind, of }) => kind !== 'attribute' && of !== null && of !== '*')

function inWords({ kind, of }: LayerName, codebook: Terms): Pick<LayerRow, 'name' | 'compared' | 'things'> {
  const part = of === null || of === '*' ? null : of
  const label = part === null ? null : (codebook.labels.find(({ id }) => id === part)?.name ?? part)
  const named = (name: string) => (label === null ? name : `${name}: ${label}`)
  switch (kind) {
    case 'units':
      return { name: named('Stretches of text'), compared: 'in which tag they lie', things: 'characters' }
    case 'spans':
      return { name: named('Finding a tag'), compared: 'whether both have one', things: 'tags' }
    case 'tokens':
      return { name: named('Word by word'), compared: 'each word, tagged or not', things: 'words' }
    case 'label':
      return { name: 'Label', compared: 'of matched tags', things: 'matched tags' }
    case 'actor':
      return { name: 'Actor', compared: 'who is meant', things: 'matched actors' }
    case 'position':
      return { name: 'Position', compared: 'issue and answer', things: 'matched positions' }
    case 'stance': {
      const stance = codebook.attributes.find(({ id }) => id === STANCE)
      return { name: stance?.name ?? 'Stance', compared: valuesOf(stance), things: 'matched tags' }
    }
    case 'attribute': {
      const attribute = codebook.attributes.find(({ id }) => id === part)
      const labels = codebook.labels.filter(({ id }) => attribute?.labels.includes(id))
      return {
        name: attribute?.name ?? part ?? 'Attribute',
        compared: valuesOf(attribute),
        things: labels.length === 1 ? `matched ${labels[0]!.name.toLowerCase()}s` : 'matched tags',
      }
    }
    case 'links': {
      const type = codebook.linkTypes.find(({ id }) => id === part)
      if (part !== null) return { name: `Link: ${type?.phrase ?? part}`, compared: 'links', things: 'links' }
      const phrases = codebook.linkTypes.map(({ inverse }) => inverse)
      return { name: 'Links', compared: few(phrases), things: 'links' }
    }
  }
}

/** "certain, probable, possible"; "from −2 to 2". */
function valuesOf(attribute: Attribute | undefined): string {
  switch (attribute?.type) {
    case 'choice':
    case 'choices':
      return few(attribute.options.map(({ name }) => name.toLowerCase()))
    case 'scale':
      return attribute.min < 0
        ? `from ${signed(attribute.min)} to ${signed(attribute.max)}`
        : `from ${attribute.min} to ${attribute.max}`
    case 'number':
      return attribute.unit === '' ? 'a number' : `a number, ${attribute.unit}`
    case 'date':
      return 'a day'
    case 'entry':
      return attribute.of === 'actor' ? 'an actor' : 'a position'
    case 'text':
      return 'the same words'
    case undefined:
      return 'what was chosen'
  }
}

const signed = (n: number): string => (n < 0 ? `−${-n}` : n > 0 ? `+${n}` : '0')

/** The first three; if more are left out than one, "…". */
function few(names: readonly string[]): string {
  return names.length <= 3 ? names.join(', ') : `${names.slice(0, 2).join(', ')}, …`
}
