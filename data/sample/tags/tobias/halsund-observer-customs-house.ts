import type { SampleWork } from '../../sample-types'

export const tobiasHalsundObserverCustomsHouse: SampleWork = {
  article: 'halsund-observer-customs-house',
  annotator: 'tobias',
  tags: [
    {
      label: 'claim',
      quote: 'his country would talk to anyone, though “not with a pistol on the table”',
      attributes: {
        speech: 'mixed',
        type: 'demand',
        certainty: 'certain',
        said: '2031-10-14',
        confidence: 4,
      },
    },
    { key: 'lady', label: 'actor', quote: 'The lady, who runs Caldria’s', means: 'marchbane' },
    {
      label: 'claim',
      quote: 'the inter\u00adnationally agreed border was “not a matter of taste”',
      attributes: {
        speech: 'mixed',
        type: 'assertion',
        certainty: 'certain',
        said: '2031-10-14',
        confidence: 3,
      },
    },
    {
      key: 'leave',
      label: 'position',
      quote: 'his troops should leave before anything else was discussed',
      means: 'troops-first',
      attributes: { stance: 2, strength: 3, confidence: 4 },
    },
    { key: 'host', label: 'actor', quote: 'A\u030ase Brenna\u030aker', means: 'brennaker' },
    {
      key: 'bothAsk',
      label: 'claim',
      quote: '“If both ask, we shall probably go. If one asks, we shall certainly be late,”',
      means: 'league-observers',
      attributes: {
        speech: 'direct',
        type: 'promise',
        certainty: 'probable',
        said: '2031-10-14',
        confidence: 3,
      },
    },
    {
      label: 'claim',
      quote: 'سلام',
      attributes: {
        speech: 'direct',
        type: 'demand',
        certainty: 'certain',
        said: '2031-10-14',
        confidence: 2,
      },
      note: 'A single word on a banner. Is that a claim?',
    },
    {
      key: 'member',
      label: 'actor',
      quote: 'A member of the Tesk Mothers’ Committee',
      means: 'mothers-committee',
    },
    {
      key: 'post',
      label: 'claim',
      quote: 'Our sons are on both sides of this valley 😢🕊\ufe0f',
      attributes: {
        speech: 'direct',
        type: 'demand',
        certainty: 'certain',
        said: '2031-10-14',
        confidence: 5,
      },
    },
  ],
  links: [
    { type: 'holds', from: 'lady', to: 'leave' },
    { type: 'makes', from: 'host', to: 'bothAsk' },
    { type: 'makes', from: 'member', to: 'post' },
  ],
}
