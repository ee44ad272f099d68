import { ChoiceTally, LinkTally, SpanTally, TokenTally, UnitTally, type Tally } from './tallies'
import type { Vocabulary } from './vocabulary'

/** All layers of one slice. Of spans and tokens the first is of all labels, of links of all types. */
export class Tallies {
  readonly tokens: readonly TokenTally[]
  readonly spans: readonly SpanTally[]
  readonly choices: readonly ChoiceTally[]
  readonly links: readonly LinkTally[]
  /** None where nothing is known of the texts: they are of all people together. */
  readonly units: readonly UnitTally[]
  readonly all: readonly Tally[]

  constructor(
    { labels, choices }: Vocabulary,
    types: readonly string[],
    isPair: boolean,
    units: 'none' | 'alpha' | 'gamma' = 'none',
  ) {
    const named = ['*', ...labels]
    this.units = units === 'none' ? [] : named.map((label) => new UnitTally(label, units === 'gamma'))
    this.tokens = named.map((label) => new TokenTally(label, isPair))
    this.spans = named.map((label) => new SpanTally(label))
    this.choices = choices.map((layer) => new ChoiceTally(layer, isPair))
    this.links = ['*', ...types].map((type) => new LinkTally(type))
    this.all = [...this.tokens, ...this.spans, ...this.units, ...this.choices, ...this.links]
  }

  clear(): void {
    for (const tally of this.all) tally.clear()
  }
}
