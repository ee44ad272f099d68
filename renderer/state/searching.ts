import type { Finding, Sought } from '../../data/record/occurrences/occurrence'
import { show } from './notices'
import { workbench } from './workbench'

let last = 0
let current: { readonly search: number; readonly told: (finding: Finding) => void } | null = null

/**
 * Looks for words in all articles, `first` before the others. `told` gets each part of what is found, until the returned
 * function is called or another search begins.
 */
export function searchAll(
  sought: Sought,
  first: string | null,
  told: (finding: Finding) => void,
): () => void {
  const search = ++last
  current = { search, told }
  void begin(search, sought, first)
  return () => {
    if (current?.search !== search) return
    current = null
    void workbench.stopFinding()
  }
}

async function begin(search: number, sought: Sought, first: string | null): Promise<void> {
  const begun = await workbench.findOccurrences(search, sought, first)
  if (!begun.ok) show(begun.error)
}

/** A part of what a search has found, if it is still wanted. */
export function takeFinding(search: number, finding: Finding): void {
  if (current?.search === search) current.told(finding)
}
