import type { SampleArticle } from './sample-types'

const names = [
  'lantern-halsund-first-day',
  'uns-soldiers-out-first',
  'marta-ready-for-dialogue',
  'haverleigh-post-not-with-a-gun',
  'halsund-observer-customs-house',
  'lantern-tolvash-valley-road',
  'marta-humanitarian-initiative',
  'seepost-strasse-auf-dem-papier',
  'uns-tolvash-road-deal',
  'haverleigh-post-three-villages',
]

/**
 * The files in `articles/`, in the order of what they report: five on the first day in Halsund, five on
 * the meeting in Tolvash. The last two carry no tags, so that a new user has something to tag.
 */
export const sampleArticles: readonly SampleArticle[] = names.map((name) => ({
  name,
  fileName: `${name}.txt`,
}))
