const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Stand before a name, so no sentence ends with them. */
const titles = listed(
  'Adm Brig Capt Cmdr Col Cpl Det Dr Drs Fr Gen Gov Hon Hr Insp Ing Dipl Jr Lt Maj Messrs Mgr Mlle Mme Mr Mrs Ms Mt ' +
    'Pfc Pres Prof Rep Reps Rev Sen Sens Sgt Sr Ss St Supt vs bzw ca',
)

/** Stand before a number. */
const numbered = listed('No Nos Nr Art Sec p pp no nos nr art sec')

/** May stand at the end of a sentence too. */
const either = listed(
  'jan feb mar apr jun jul aug sep sept oct nov dec co corp inc ltd bros dept est etc ave blvd rd govt assn mio mrd ' +
    'usw evtl a.m p.m e.g i.e z.b d.h u.a',
)

/** Many sentences begin so, and few names: after "U.S." such a word opens a sentence. */
const starter =
  /^[“"'‘„«(]*(?:The|A|An|He|She|It|They|We|I|You|But|And|In|On|At|This|That|These|Those|There|His|Her|Its|Their|After|Before|When|While|As|If|Both|Neither|Asked|Earlier|Last|Der|Die|Das|Er|Sie|Es|Le|La|Les|Il|Elle|El|Los|Las)\b/u

/**
 * Whether the full stop at the end of `before` only shortens a word, going by what stands `after` it: "Dr." and
 * "John W." always, "No." before a number, "U.S." and "Feb." unless a word such as "The" opens a new sentence.
 */
export function endsInAbbreviation(before: string, after: string): boolean {
  const word = /(?:^|[\s“"'‘„«([/-])((?:[\p{L}\p{M}]{1,12}\.){1,6})\s*$/u.exec(before.slice(-40))?.[1]
  if (!word) return false
  const bare = word.slice(0, -1)
  if (titles.has(bare) || /^\p{Lu}$/u.test(bare)) return true
  if (numbered.has(bare)) return /^\d/.test(after)
  const mayEnd = either.has(bare.toLowerCase()) || /^(?:\p{L}\.)+\p{L}$/u.test(bare)
  return mayEnd && !starter.test(after)
}
