import { entriesOf, sharedChangesOf } from './entries-of'
import { placeOf, type Step } from './history'
import type { Folder } from './ports'
import type { MyStep, MySteps } from './views'

/** The steps that somebody can undo and make again, with what the histories tell of them. */
export async function mySteps(
  folder: Folder,
  annotator: string,
  { done, undone }: { readonly done: readonly Step[]; readonly undone: readonly Step[] },
): Promise<MySteps> {
  const steps = [...done, ...undone]
  const places = steps.map((step) => ({ ...placeOf(step), clock: step.clock }))
  const entries = await entriesOf(folder, annotator, places)
  const sharing = steps.filter(({ articles }) => articles.includes(null)).map(({ clock }) => clock)
  const shared = await sharedChangesOf(folder, annotator, new Set(sharing))
  const told = (step: Step): MyStep => {
    const { did, clock } = step
    const place = placeOf(step)
    const entry = entries.get(`${place.article} ${clock}`) ?? null
    const { at = entry?.at ?? null, changes = [] } = shared.get(clock) ?? {}
    return { did, clock, ...place, at, entry, shared: changes }
  }
  return { done: done.map(told), undone: undone.map(told) }
}
