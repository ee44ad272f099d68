import { entryName, Registry } from '../../data/model/registry'
import { isEntry, type RegistryRecord } from '../../data/model/records'
import { isSame } from '../../data/model/same'
import type { RegistryChange } from '../../data/store/changes'

const kinds = { actor: 'actor', issue: 'issue', position: 'position' } as const
const fields: Readonly<Record<string, string>> = {
  aliases: 'other names',
  kind: 'kind',
  country: 'country',
  roles: 'roles',
  speaksFor: 'whom it speaks for',
  note: 'note',
  issue: 'issue',
  opposes: 'what it opposes',
}

/** What a step did to what all articles share, in one line: the first of it, and how much more there is. `null`: nothing. */
export function sharedInWords(
  changes: readonly RegistryChange[],
  records: readonly RegistryRecord[],
): string | null {
  const told = changes.flatMap((change) => toldOf(change, Registry.of(records)))
  const [first, ...more] = told
  if (first === undefined) return null
  return more.length === 0 ? first : `${first}, and ${more.length.toLocaleString('en-GB')} more`
}

function toldOf({ before, after }: RegistryChange, registry: Registry): string[] {
  const record = after ?? before
  if (record?.is === 'in-force') return ['Put another codebook in force']
  if (record?.is === 'review-settings') return ['Changed how the project is reviewed']
  if (isEntry(before) && isEntry(after)) return [edited(before, after, registry)]
  if (isEntry(after)) return [`Added the ${kinds[after.is]} “${entryName(after)}”`]
  return isEntry(before) ? [`Deleted the ${kinds[before.is]} “${entryName(before)}”`] : []
}

function edited(before: RegistryRecord, after: RegistryRecord, registry: Registry): string {
  const nameOf = (id: string) => {
    const other = registry.raw(id)
    return other ? `“${entryName(other)}”` : 'one that is gone'
  }
  const [was, name] = [entryName(before), entryName(after)]
  if (after.into !== before.into)
    return after.into === undefined
      ? `Took “${name}” out of ${nameOf(before.into ?? '')} again`
      : `Merged “${name}” into ${nameOf(after.into)}`
  if (was !== name) return `Renamed “${was}” to “${name}”`
  const apart = (after.notSame ?? []).filter((id) => !before.notSame?.includes(id))
  if (apart[0] !== undefined) return `Told “${name}” and ${nameOf(apart[0])} apart`
  const [alias, ...others] = aliasesOf(after).filter((each) => !aliasesOf(before).includes(each))
  if (alias !== undefined && others.length === 0) return `“${name}” is also called “${alias}”`
  const changed = Object.keys(fields).filter(
    (field) => !isSame(valueOf(before, field), valueOf(after, field)),
  )
  const [only] = changed
  return only !== undefined && changed.length === 1
    ? `Changed the ${fields[only]} of “${name}”`
    : `Changed “${name}”`
}

const aliasesOf = (record: RegistryRecord): readonly string[] => (record.is === 'actor' ? record.aliases : [])

const valueOf = (record: RegistryRecord, field: string): unknown =>
  Object.entries(record).find(([key]) => key === field)?.[1]
