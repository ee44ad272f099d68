import type { BackupReason } from '../../data/store/backup/manifest'
import type { ArticleDifference, PersonDifference } from '../../data/store/backup/compare'
import type { BackupWork, ListedBackup } from '../../electron/ipc/backups'
import { whenInWords } from '../history/when'
import { counted } from '../ui/words'

const reasons: Readonly<Record<BackupReason, string>> = {
  opening: 'By itself',
  'by-hand': 'By hand',
  'before-set': 'Before a set came in',
  'before-bringing-back': 'Before tags were brought back',
}

export const reasonInWords = (why: BackupReason): string => reasons[why]

/** "74 kB", "13 MB": powers of ten, as file browsers count. */
export function sizeInWords(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  const value = bytes / 1000 ** power
  return `${value.toLocaleString('en-GB', { maximumFractionDigits: power > 0 && value < 10 ? 1 : 0 })} ${units[power]}`
}

/** What is other than in the backup before it: "3 files changed, 1 new". */
export function changesInWords({ added, changed, removed, files }: ListedBackup): string {
  if (added === files) return 'all of them new'
  const parts = [
    changed > 0 && `${counted(changed, 'file')} changed`,
    added > 0 && `${counted(added, 'file')} new`,
    removed > 0 && `${counted(removed, 'file')} gone`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? 'nothing changed' : parts.join(', ')
}

/** Whether it would give back all that it holds. */
export type Soundness = 'verified' | 'unknown' | 'damaged'

export const soundnessOf = ({ lost }: ListedBackup): Soundness =>
  lost === null ? 'unknown' : lost === 0 ? 'verified' : 'damaged'

export function soundnessInWords(backup: ListedBackup, doing: BackupWork | null): string {
  const { lost } = backup
  if (lost !== null) return lost === 0 ? 'Verified' : `Damaged: ${counted(lost, 'file')}`
  return doing?.is === 'checking' ? 'Being checked' : 'Not checked yet'
}

/** What goes on, as the beginning of a sentence that numbers end. */
export const workInWords = ({ is }: BackupWork): string =>
  ({ 'backing-up': 'Backing up', checking: 'Checking', restoring: 'Restoring' })[is]

/** "3 tags would come back, 1 would go, 2 links would be other". */
export function differenceInWords({
  comes,
  changes,
  goes,
  links,
}: Omit<PersonDifference, 'annotator'>): string {
  const ofTags = [
    { n: comes, verb: 'come back' },
    { n: changes, verb: 'change' },
    { n: goes, verb: 'go' },
  ].filter(({ n }) => n > 0)
  const parts = ofTags.map(({ n, verb }, i) => `${i === 0 ? counted(n, 'tag') : n} would ${verb}`)
  return [...parts, ...(links > 0 ? [`${counted(links, 'link')} would be other`] : [])].join(', ')
}

/** What there is to say of an article besides people's tags. */
export function articleInWords({ is, missing, lost }: ArticleDifference): string | null {
  if (lost) return 'Tags on it are damaged in this backup, so they are not compared and cannot come from it.'
  if (is === 'gone') return 'The article is in the backup, and not in the project.'
  if (is === 'new') return 'The article came after the backup.'
  return missing > 0
    ? `${counted(missing, 'file')} of it ${missing === 1 ? 'is' : 'are'} gone from the project.`
    : null
}

/** When each was made, in words, by id; with seconds where two were made within a minute. */
export function whenOf(backups: readonly Pick<ListedBackup, 'id' | 'made'>[]): ReadonlyMap<string, string> {
  const words = backups.map(({ made }) => whenInWords(made))
  return new Map(
    backups.map(({ id, made }, i) => {
      const isAlone = words.filter((other) => other === words[i]).length === 1
      return [id, isAlone ? words[i]! : `${words[i]!}:${made.slice(17, 19)}`]
    }),
  )
}
