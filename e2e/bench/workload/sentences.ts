import type { Random } from './random'

const words = (list: string) => list.split(' ')

const given = words(
  'Ilka Marten Sefa Dorian Wenna Tibor Aurel Nisha Corvin Petra Hale Yorick Zdena Ambrose Livia',
)
const family = words(
  'Hartwell Oresund Vanka Delmar Pryce Quillon Strand Umarov Beckford Szalai Thorne Ibarra Lockyer',
)
const towns = words(
  'Halvick Orsanto Brenmouth Teviot Kalmere Sundry Ostrava-on-Lys Pellworth Varne Dunmarrow',
)
const bodies = words(
  'ministry parliament council garrison embassy commission court alliance mission delegation',
)
const things = words(
  'truce embargo crossing treaty convoy ballot corridor pipeline ransom ceasefire tariff inquiry harbour dam levy',
)
const kinds = words('disputed northern joint costly partial secret long-promised armed neutral hasty interim')
const deeds = words(
  'rejected praised delayed demanded questioned welcomed denounced offered withdrew brokered',
)
const sayings = words('said insisted warned argued conceded claimed hinted denied')
const days = words('Monday Tuesday Wednesday Thursday Friday Saturday Sunday overnight')
const joints = words('while although because after before unless')

/** A sentence like those of news agencies, as its words; the last one carries the full stop. */
export function sentence(random: Random): string[] {
  const { fraction, pick } = random
  const somebody = () => (fraction() < 0.5 ? [pick(given), pick(family)] : ['the', pick(towns), pick(bodies)])
  const something = () => ['the', pick(kinds), pick(things)]
  const made = [...somebody(), pick(deeds), ...something()]
  if (fraction() < 0.4) made.push('on', pick(days))
  if (fraction() < 0.5) made.push(pick(joints), ...somebody(), pick(deeds), ...something())
  if (fraction() < 0.5) made.push('and', pick(sayings), 'that', ...something(), 'could', 'wait')
  made[0] = made[0]!.charAt(0).toUpperCase() + made[0]!.slice(1)
  made.push(`${made.pop()!}.`)
  return made
}

/** "Varne truce disputed as …", different for every number. */
export function headline(random: Random, number: number): string[] {
  const { pick } = random
  return [pick(towns), pick(things), pick(deeds), 'as', pick(bodies), 'meets,', 'report', String(number)]
}

/** "HALVICK (UNS) —", before the first sentence. */
export const dateline = (random: Random): string[] => [random.pick(towns).toUpperCase(), '(UNS)', '—']
