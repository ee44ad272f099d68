import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { Registry } from '../model/registry'
import { agreedSet } from './agreed'
import type { Side } from './side'
import { codebookOf, sideInTsv } from './webanno-tsv.test-data'

const fileOf = (name: string) =>
  readFileSync(new URL(`inception-curation/${name}.tsv`, import.meta.url), 'utf8')
const textIn = (tsv: string) => /^#Text=(.*)$/m.exec(tsv)?.[1] ?? ''

/** Tags and links of somebody in words, in the order of the text: "pos is VAFIN", "dependency OBJA: is → sentence". */
function inWords({ tags, links }: Pick<Side, 'tags' | 'links'>, text: string): string[] {
  const quoteOf = (id: string) => {
    const tag = tags.find((each) => each.id === id)
    return tag?.target.map(({ start, end }) => text.slice(start, end)).join(' … ') ?? 'nothing'
  }
  const said = [
    ...tags.map(({ id, label, attributes }) => [label, quoteOf(id), ...Object.values(attributes)].join(' ')),
    ...links.map(({ type, from, to }) => `${type}: ${quoteOf(from)} → ${quoteOf(to)}`),
  ]
  return said.toSorted()
}

/** What our rule "all who tagged have it alike" makes of the two, and what INCEpTION's merge did. */
function merged(name: string) {
  const files = ['user1', 'user2', 'curator'].map((who) => fileOf(`${name}/${who}`))
  const [first, second, curator] = files.map((tsv, i) => sideInTsv(`user-${i + 1}`, tsv))
  const sides = [first!, second!]
  const text = textIn(files[0]!)
  const work = {
    article: 'a'.repeat(26),
    sides,
    taggers: sides.map(({ annotator }) => annotator),
    decisions: [],
  }
  const rules = { rule: { is: 'unanimous' }, threshold: 1 } as const
  const agreed = agreedSet(work, rules, Registry.of([]), codebookOf(sides))
  const ours = { tags: agreed.tags.map(({ tag }) => tag), links: agreed.links.map(({ link }) => link) }
  const [mine, theirs] = [inWords(ours, text), inWords(curator!, text)]
  return {
    alike: mine.filter((each) => theirs.includes(each)).length,
    onlyOurs: mine.filter((each) => !theirs.includes(each)),
    onlyTheirs: theirs.filter((each) => !mine.includes(each)),
  }
}

it.each([
  ['simpleSpanNoDiffNoLabelTest', 1],
  ['simpleSpanDiffWithLabelTest', 0],
  ['simpleSpanDiffMultiFeatureTest', 0],
  ['simpleRelTypeDiffTest', 2],
])('what all have alike is what INCEpTION merges: %s', (name, alike) => {
  expect(merged(name)).toEqual({ alike, onlyOurs: [], onlyTheirs: [] })
})

/** INCEpTION merges no tags that lie on the same words in one layer; here several on the same words are ordinary. */
it.each([
  [
    'multipleStackedAnnotationsAreNotMergedTest',
    ['namedentity Champions League ORG', 'namedentity Champions League ORGpart'],
  ],
  ['simpleSpanDiffWithLabelStacking2Test', ['namedentity Champions League ORG']],
  [
    'simpleRelGovStackedTest',
    ['multivalrel W Z: kinds → annotations', 'multivalrel X Y: tale → kinds', 'multivalspan kinds C D'],
  ],
])('several alike tags on the same words are agreed here, and are not merged there: %s', (name, onlyOurs) => {
  expect(merged(name)).toMatchObject({ onlyOurs, onlyTheirs: [] })
})

it('of a parsed sentence all is the same but lemmas, which that curation leaves alone, and links to oneself, which are none here', () => {
  const { alike, onlyOurs, onlyTheirs } = merged('relationLabelTest')
  const comma = 'dependency ROOT basic: , → ,'
  expect(onlyTheirs).toEqual([
    comma,
    comma,
    comma,
    'dependency ROOT basic: . → .',
    'dependency S basic: beklagen → beklagen',
  ])
  // 26 parts of speech; 26 dependencies without those five, and the one for which the two have different words.
  expect(alike).toBe(26 + 20)
  expect(onlyOurs).toHaveLength(26)
  expect(onlyOurs.every((each) => each.startsWith('lemma '))).toBe(true)
})
