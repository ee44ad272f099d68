import lanternHalsundFirstDay from './articles/lantern-halsund-first-day.txt?raw'
import unsSoldiersOutFirst from './articles/uns-soldiers-out-first.txt?raw'
import martaReadyForDialogue from './articles/marta-ready-for-dialogue.txt?raw'
import haverleighPostNotWithAGun from './articles/haverleigh-post-not-with-a-gun.txt?raw'
import halsundObserverCustomsHouse from './articles/halsund-observer-customs-house.txt?raw'
import lanternTolvashValleyRoad from './articles/lantern-tolvash-valley-road.txt?raw'
import martaHumanitarianInitiative from './articles/marta-humanitarian-initiative.txt?raw'
import seepostStrasseAufDemPapier from './articles/seepost-strasse-auf-dem-papier.txt?raw'
import unsTolvashRoadDeal from './articles/uns-tolvash-road-deal.txt?raw'
import haverleighPostThreeVillages from './articles/haverleigh-post-three-villages.txt?raw'

/** The sample articles' files by name (without `.txt`), as they stand on disk: byte order mark and CRLF included. */
export const sampleTexts: Readonly<Record<string, string>> = {
  'lantern-halsund-first-day': lanternHalsundFirstDay,
  'uns-soldiers-out-first': unsSoldiersOutFirst,
  'marta-ready-for-dialogue': martaReadyForDialogue,
  'haverleigh-post-not-with-a-gun': haverleighPostNotWithAGun,
  'halsund-observer-customs-house': halsundObserverCustomsHouse,
  'lantern-tolvash-valley-road': lanternTolvashValleyRoad,
  'marta-humanitarian-initiative': martaHumanitarianInitiative,
  'seepost-strasse-auf-dem-papier': seepostStrasseAufDemPapier,
  'uns-tolvash-road-deal': unsTolvashRoadDeal,
  'haverleigh-post-three-villages': haverleighPostThreeVillages,
}
