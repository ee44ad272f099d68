import type { SampleWork } from './sample-types'
import { inesLanternHalsundFirstDay } from './tags/ines/lantern-halsund-first-day'
import { inesUnsSoldiersOutFirst } from './tags/ines/uns-soldiers-out-first'
import { inesMartaReadyForDialogue } from './tags/ines/marta-ready-for-dialogue'
import { inesHaverleighPostNotWithAGun } from './tags/ines/haverleigh-post-not-with-a-gun'
import { inesLanternTolvashValleyRoad } from './tags/ines/lantern-tolvash-valley-road'
import { inesMartaHumanitarianInitiative } from './tags/ines/marta-humanitarian-initiative'
import { inesHalsundObserverCustomsHouse } from './tags/ines/halsund-observer-customs-house'
import { inesSeepostStrasseAufDemPapier } from './tags/ines/seepost-strasse-auf-dem-papier'
import { tobiasLanternHalsundFirstDay } from './tags/tobias/lantern-halsund-first-day'
import { tobiasUnsSoldiersOutFirst } from './tags/tobias/uns-soldiers-out-first'
import { tobiasMartaReadyForDialogue } from './tags/tobias/marta-ready-for-dialogue'
import { tobiasHaverleighPostNotWithAGun } from './tags/tobias/haverleigh-post-not-with-a-gun'
import { tobiasLanternTolvashValleyRoad } from './tags/tobias/lantern-tolvash-valley-road'
import { tobiasMartaHumanitarianInitiative } from './tags/tobias/marta-humanitarian-initiative'
import { tobiasHalsundObserverCustomsHouse } from './tags/tobias/halsund-observer-customs-house'
import { tobiasSeepostStrasseAufDemPapier } from './tags/tobias/seepost-strasse-auf-dem-papier'

/** Each annotator's tags and links, one entry an article that they worked on; tags in text order, the longer first. */
export const sampleWork: readonly SampleWork[] = [
  inesLanternHalsundFirstDay,
  inesUnsSoldiersOutFirst,
  inesMartaReadyForDialogue,
  inesHaverleighPostNotWithAGun,
  inesLanternTolvashValleyRoad,
  inesMartaHumanitarianInitiative,
  inesHalsundObserverCustomsHouse,
  inesSeepostStrasseAufDemPapier,
  tobiasLanternHalsundFirstDay,
  tobiasUnsSoldiersOutFirst,
  tobiasMartaReadyForDialogue,
  tobiasHaverleighPostNotWithAGun,
  tobiasLanternTolvashValleyRoad,
  tobiasMartaHumanitarianInitiative,
  tobiasHalsundObserverCustomsHouse,
  tobiasSeepostStrasseAufDemPapier,
]
