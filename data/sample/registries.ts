import type { SampleActor, SamplePosition } from './sample-types'

const inesActors: readonly Omit<SampleActor, 'addedBy'>[] = [
  {
    key: 'kelemin',
    name: 'Davor Kelemin',
    aliases: [
      'Kelemin',
      'Mr Kelemin',
      'Давор Келемин',
      'the Marenzan foreign minister',
      'Tolvash’s top diplomat',
      'the head of Marenzan diplomacy',
    ],
    kind: 'person',
    country: 'Marenza',
    roles: [
      { title: 'Director, Upper Tesk dam', from: '2016', to: '2022' },
      { title: 'Foreign Minister', from: '2027-02-18' },
    ],
    speaksFor: 'marenza',
  },
  {
    key: 'marchbane',
    name: 'Helen Marchbane',
    aliases: ['Marchbane', 'Ms Marchbane', 'H. Marchbane', 'the Caldrian foreign secretary'],
    kind: 'person',
    country: 'Caldria',
    roles: [
      { title: 'Secretary of State for Fisheries', from: '2026', to: '2030-05-30' },
      { title: 'Foreign Secretary', from: '2030-06-01' },
    ],
  },
  {
    key: 'prosk',
    name: 'Lidia Prosk',
    aliases: ['Prosk'],
    kind: 'person',
    country: 'Marenza',
    roles: [{ title: 'Deputy Foreign Minister', from: '2029' }],
  },
  {
    key: 'tessarik',
    name: 'Radim Tessarik',
    aliases: ['President Tessarik'],
    kind: 'person',
    country: 'Marenza',
    roles: [{ title: 'President', from: '2025-01-10' }],
  },
  {
    key: 'farrow-lisle',
    name: 'Edmund Farrow-Lisle',
    aliases: ['E. Farrow-Lisle', 'the Prime Minister'],
    kind: 'person',
    country: 'Caldria',
    roles: [{ title: 'Prime Minister', from: '2030-05-31' }],
  },
  {
    key: 'ganley-voss',
    name: 'Rufus Ganley-Voss',
    aliases: ['Mr Ganley-Voss'],
    kind: 'person',
    country: 'Caldria',
    roles: [{ title: 'Opposition spokesman on foreign affairs' }],
  },
  {
    key: 'pemberlow',
    name: 'Zoë Pemberlow',
    aliases: ['Pemberlow'],
    kind: 'person',
    country: 'Caldria',
    roles: [{ title: 'Foreign Office spokeswoman', from: '2031-01' }],
    speaksFor: 'caldrian-foreign-office',
  },
  {
    key: 'brennaker',
    name: 'A\u030ase Brenna\u030aker',
    aliases: ['Åse Brennåker', 'Skarland’s foreign minister'],
    kind: 'person',
    country: 'Skarland',
    roles: [{ title: 'Foreign Minister' }],
  },
  {
    key: 'sennat',
    name: 'Idra Sennat',
    aliases: ['the Guard’s commander'],
    kind: 'person',
    roles: [{ title: 'Commander of the Highland Guard' }],
  },
  {
    key: 'marenza',
    name: 'Government of Marenza',
    aliases: ['Marenza', 'Tolvash', 'the Marenzan side'],
    kind: 'government',
    country: 'Marenza',
  },
  {
    key: 'caldria',
    name: 'Government of Caldria',
    aliases: ['Caldria', 'Haverleigh', 'the Caldrian side'],
    kind: 'government',
    country: 'Caldria',
  },
  {
    key: 'marenzan-foreign-ministry',
    name: 'Foreign Ministry of Marenza',
    aliases: ['the Foreign Ministry', 'das Außenministerium'],
    kind: 'government',
    country: 'Marenza',
  },
  {
    key: 'caldrian-foreign-office',
    name: 'Foreign Office of Caldria',
    aliases: ['the Foreign Office'],
    kind: 'government',
    country: 'Caldria',
  },
  {
    key: 'highland-guard',
    name: 'Highland Guard',
    aliases: ['the Guard', 'the so-called Highland Guard'],
    kind: 'armed-group',
  },
  {
    key: 'league',
    name: 'League of Neutral States',
    aliases: ['the League', 'Bund Neutraler Staaten'],
    kind: 'organisation',
  },
  { key: 'mothers-committee', name: 'Tesk Mothers’ Committee', aliases: [], kind: 'organisation' },
  { key: 'residents', name: 'Residents of the Tesk valley', aliases: ['the villagers'], kind: 'people' },
  {
    key: 'marta',
    name: 'MARTA',
    aliases: ['the Marenzan state agency'],
    kind: 'media',
    country: 'Marenza',
  },
  { key: 'lantern', name: 'Lantern', aliases: [], kind: 'media' },
  { key: 'uns', name: 'UNS', aliases: ['Union News Service'], kind: 'media' },
]

const tobiasActors: readonly Omit<SampleActor, 'addedBy'>[] = [
  // The minister once more: Tobias had not seen that Ines had him already. The two are there to be merged.
  {
    key: 'kelemin-of-tobias',
    name: 'Kelemin',
    aliases: ['der marenzanische Chefdiplomat'],
    kind: 'person',
    country: 'Marenza',
  },
  {
    key: 'marenzan-troops',
    name: 'Marenzan troops in the Tesk valley',
    aliases: ['the soldiers', 'units of the Marenzan army'],
    kind: 'organisation',
    country: 'Marenza',
  },
  {
    key: 'engineers',
    name: 'Engineers detained at the Upper Tesk dam',
    aliases: ['the 23', 'Caldrian specialists'],
    kind: 'people',
    country: 'Caldria',
  },
]

/** The canonical actors that the sample's tags mean. A key stands in one annotator's registry only. */
export const sampleActors: readonly SampleActor[] = [
  ...inesActors.map((actor) => ({ ...actor, addedBy: 'ines' })),
  ...tobiasActors.map((actor) => ({ ...actor, addedBy: 'tobias' })),
]

const troops = 'Must Marenzan troops leave the Tesk valley before talks on its status?'
const guard = 'Should the Highland Guard have a seat at the talks?'
const watching = 'Who should watch over the ceasefire?'
const ban = 'Should the port ban on Marenzan grain end before the engineers are freed?'

/** The canonical positions that the sample's tags mean: opposing answers to four issues. */
export const samplePositions: readonly SamplePosition[] = [
  { key: 'troops-first', addedBy: 'ines', issue: troops, answer: 'Yes: all troops must be out first.' },
  {
    key: 'talks-first',
    addedBy: 'ines',
    issue: troops,
    answer: 'No: talks begin without preconditions.',
    opposes: ['troops-first'],
  },
  { key: 'guard-seat', addedBy: 'ines', issue: guard, answer: 'Yes, as a party in its own right.' },
  {
    key: 'no-guard-seat',
    addedBy: 'ines',
    issue: guard,
    answer: 'No: governments do not sit down with it.',
    opposes: ['guard-seat'],
  },
  {
    key: 'guard-disarms-first',
    addedBy: 'tobias',
    issue: guard,
    answer: 'Only once it has laid down its arms.',
  },
  {
    key: 'league-observers',
    addedBy: 'ines',
    issue: watching,
    answer: 'Observers of the League of Neutral States.',
  },
  {
    key: 'joint-patrols',
    addedBy: 'ines',
    issue: watching,
    answer: 'Joint patrols of the two armies alone.',
  },
  {
    key: 'mixed-mission',
    addedBy: 'tobias',
    issue: watching,
    answer: 'Joint patrols, with League visitors as guests.',
  },
  { key: 'ban-ends-first', addedBy: 'ines', issue: ban, answer: 'Yes: the ban must go first.' },
  {
    key: 'engineers-first',
    addedBy: 'ines',
    issue: ban,
    answer: 'No: every engineer must be home first.',
    opposes: ['ban-ends-first'],
  },
]
