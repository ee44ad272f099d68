import type { SampleWork } from '../../sample-types'

export const tobiasSeepostStrasseAufDemPapier: SampleWork = {
  article: 'seepost-strasse-auf-dem-papier',
  annotator: 'tobias',
  tags: [
    { label: 'actor', quote: 'Außenminister Davor Kelemin', means: 'kelemin-of-tobias' },
    { key: 'marchbane', label: 'actor', quote: 'Marchbane', nth: 2, means: 'marchbane' },
    {
      key: 'ambulance',
      label: 'claim',
      quote: '„Eine Straße, die auf dem Papier offen ist, bleibt für einen Krankenwagen geschlossen“',
      attributes: {
        speech: 'direct',
        type: 'evaluation',
        certainty: 'certain',
        said: '2031-11-03',
        confidence: 4,
      },
    },
    {
      label: 'claim',
      quote: 'alle Soldaten aus dem Tal abzuziehen; vorher könne über dessen Status nicht gesprochen werden',
      means: 'troops-first',
      attributes: {
        speech: 'indirect',
        type: 'demand',
        certainty: 'certain',
        said: '2031-11-03',
        confidence: 3,
      },
    },
    {
      key: 'soldiers',
      label: 'position',
      quote: 'alle Soldaten aus dem Tal abzuziehen',
      means: 'troops-first',
      attributes: { stance: 2, strength: 3, confidence: 3 },
    },
    { key: 'host', label: 'actor', quote: 'Der Gastgeber', means: 'marenza' },
    {
      key: 'pistol',
      label: 'claim',
      quote: '„Wir reden mit jedem, aber nicht mit einer Pistole auf dem Tisch.“',
      attributes: {
        speech: 'direct',
        type: 'demand',
        certainty: 'certain',
        said: '2031-11-03',
        confidence: 3,
      },
      note: 'He says it again on the day.',
    },
    { key: 'marta', label: 'actor', quote: 'die Staatsagentur MARTA', means: 'marta' },
    {
      key: 'prisoners',
      label: 'claim',
      quote: 'sie nie gefangen gewesen',
      attributes: {
        speech: 'indirect',
        type: 'denial',
        certainty: 'certain',
        said: '2031-11-03',
        confidence: 4,
      },
    },
    { key: 'chief', label: 'actor', quote: 'der marenzanische Chefdiplomat', means: 'kelemin-of-tobias' },
    {
      key: 'guests',
      label: 'position',
      quote: 'allenfalls als Gäste dulden',
      means: 'league-observers',
      attributes: { stance: -2, strength: 2, confidence: 3 },
    },
  ],
  links: [
    { type: 'makes', from: 'marchbane', to: 'ambulance' },
    { type: 'holds', from: 'marchbane', to: 'soldiers' },
    { type: 'makes', from: 'host', to: 'pistol' },
    { type: 'holds', from: 'chief', to: 'guests' },
    { type: 'makes', from: 'marta', to: 'prisoners' },
  ],
}
