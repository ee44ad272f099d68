import type { SampleArticle } from './sample-types'

const known: Readonly<Record<string, SampleArticle['known']>> = {
  'lantern-halsund-first-day': { outlet: 'Lantern' },
  'uns-soldiers-out-first': { outlet: 'United News Service', published: '2031-10-14' },
  'marta-ready-for-dialogue': { outlet: 'MARTA', published: '2031-10-14' },
  'haverleigh-post-not-with-a-gun': {},
  'halsund-observer-customs-house': { outlet: 'Halsund Observer', published: '2031-10-15' },
  'lantern-tolvash-valley-road': { outlet: 'Lantern', published: '2031-11-03' },
  'marta-humanitarian-initiative': { outlet: 'MARTA' },
  'seepost-strasse-auf-dem-papier': {},
  'uns-tolvash-road-deal': { outlet: 'United News Service', published: '2031-11-03' },
  'haverleigh-post-three-villages': {},
}

/**
 * The files in `articles/`, in the order of what they report: five on the first day in Halsund, five on
 * the meeting in Tolvash. The last two carry no tags, so that a new user has something to tag.
 */
export const sampleArticles: readonly SampleArticle[] = Object.entries(known).map(([name, facts]) => ({
  name,
  fileName: `${name}.txt`,
  known: facts,
}))
