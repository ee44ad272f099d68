import type { Actor, Position } from '../../data/model/records'
import type { NewEntry } from '../../data/store/registry-commands'

/** Words in names by which one can tell what kind of actor it is; the first that fits. */
const kinds: readonly (readonly [Actor['kind'], RegExp])[] = [
  ['government', /\b(?:government|ministry|cabinet|kremlin|white house|presidency)\b/i],
  ['armed-group', /\b(?:army|militia|rebels?|forces|fighters|brigade|guard|troops)\b/i],
  ['media', /\b(?:news|times|post|herald|courier|agency|newspaper|television|tv|radio|reporters?|press)\b/i],
  [
    'organisation',
    /\b(?:council|union|party|commission|committee|organi[sz]ation|company|bank|front|league|court|parliament|congress|nations)\b/i,
  ],
  ['people', /\b(?:people|residents|protesters|voters|villagers|crews?|workers|public)\b/i],
]

/** What kind of actor has such a name, as far as the name tells; else a person. It can be changed in the registry. */
export const kindOf = (name: string): Actor['kind'] =>
  kinds.find(([, names]) => names.test(name))?.[0] ?? 'person'

/** "armed group". */
export const kindInWords = (kind: Actor['kind']): string => kind.replace('-', ' ')

export const newActor = (name: string): NewEntry => ({
  is: 'actor',
  name,
  aliases: [],
  kind: kindOf(name),
  country: null,
  roles: [],
})

export const newPosition = (issue: string, answer: string): NewEntry => ({ is: 'position', issue, answer })

export const newIssue = (question: string): NewEntry => ({ is: 'issue', question })

/** What an entry is, to be given back but for what is changed. */
export const asEntry = <R extends Actor | Position>({
  id: _,
  created: __,
  modified: ___,
  into: ____,
  ...entry
}: R): Omit<R, 'id' | 'created' | 'modified' | 'into'> => entry
