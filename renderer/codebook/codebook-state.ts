import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { contentOf, type Codebook, type CodebookContent } from '../../data/model/codebook'
import type { Changed } from '../../data/model/codebook-changes'
import { differences } from '../../data/model/codebook-differences'
import { joinCodebooks, type Conflict } from '../../data/model/codebook-join'
import type { Part } from '../../data/model/codebook-rules'
import type { Problem } from '../../data/model/problem'
import { dismissNotice } from '../state/notices'
import { store } from '../state/store'
import { workbench } from '../state/workbench'
import { keepDraft, keptDraft } from './kept-draft'

/** What of the codebook is looked at. */
export interface Chosen {
  readonly of: Part
  readonly id: string
}

/** A tag of mine that gets another label when the draft comes in force. */
export interface Assigned {
  readonly article: string
  readonly annotation: string
  readonly label: string
}

export type CodebookDialog = Readonly<
  | { is: 'new'; of: Part }
  | { is: 'retire'; label: string }
  | { is: 'merge'; label: string }
  | { is: 'split'; label: string }
  | { is: 'in-force' }
  | { is: 'discard' }
  | { is: 'join'; revision: string }
  | { is: 'import'; file: string; codebook: Codebook }
>

export interface CodebookState {
  /** The project that this is of. */
  readonly project: string | null
  /** The revision that the draft was made of. */
  readonly base: Codebook | null
  /** What is to come in force; `null` while nothing was changed. */
  readonly draft: CodebookContent | null
  readonly assigned: readonly Assigned[]
  /** Revisions beside the one in force whose changes the draft has. */
  readonly joins: readonly string[]
  /** What somebody else has changed meanwhile that the draft has changed too: the draft's stands. */
  readonly conflicts: readonly Conflict[]
  readonly chosen: Chosen
  readonly dialog: CodebookDialog | null
}

const atFirst: CodebookState = {
  project: null,
  base: null,
  draft: null,
  assigned: [],
  joins: [],
  conflicts: [],
  chosen: { of: 'label', id: '' },
  dialog: null,
}

/** What is looked at and drafted on the screen of the codebook. It stays so while other screens are looked at. */
export const codebookState = createStore<CodebookState>()(() => atFirst)

export const useCodebookState = <T>(part: (state: CodebookState) => T): T => useStore(codebookState, part)

store.subscribe(({ project }) => {
  const { project: known, base, draft, assigned } = codebookState.getState()
  const id = project?.project.id ?? null
  if (id !== known) {
    codebookState.setState({ ...atFirst, project: id, base: project?.codebook ?? null })
    if (id !== null) void takeKept(id)
  } else if (project && base && project.codebook !== base) {
    if (!draft) codebookState.setState({ base: project.codebook })
    else codebookState.setState(drawnAgain(base, draft, assigned, project.codebook))
  }
})

codebookState.subscribe((state, before) => {
  if (
    state.project === before.project &&
    (state.draft !== before.draft || state.assigned !== before.assigned)
  )
    keepDraft(state)
})

/** Goes on with what was drafted when the program was closed, on the codebook as it is now. */
async function takeKept(project: string): Promise<void> {
  const kept = keptDraft(project)
  if (!kept) return
  const answer = await workbench.codebookRevisions()
  const { project: now, base, draft } = codebookState.getState()
  if (!answer.ok || now !== project || !base || draft) return
  const { assigned, joins } = kept
  const madeOf = answer.value.find(({ id }) => id === kept.base) ?? base
  codebookState.setState({ assigned, joins, ...drawnAgain(madeOf, kept.draft, assigned, base) })
}

/** A draft on the revision that has come in force since: nobody's change is lost. */
function drawnAgain(
  base: Codebook,
  draft: CodebookContent,
  assigned: readonly Assigned[],
  inForce: Codebook,
): Partial<CodebookState> {
  const { codebook, conflicts } = joinCodebooks(base, draft, inForce)
  const isInForce = differences(inForce, codebook).length === 0 && codebook.name === inForce.name
  return isInForce && assigned.length === 0
    ? { base: inForce, draft: null, joins: [], conflicts: [] }
    : { base: inForce, draft: codebook, conflicts }
}

/** The codebook as it is drafted, or else as it is in force. */
export const drafted = ({ draft, base }: CodebookState): CodebookContent | null => draft ?? base

/** Changes the draft. Gives the reason when it cannot be changed so; then it is as it was. */
export function edit(change: (codebook: CodebookContent) => Changed): Problem | null {
  const state = codebookState.getState()
  const before = drafted(state)
  if (!before || !state.base) return null
  const changed = change(contentOf(before))
  if (!changed.ok) return changed.error
  takeDraft(changed.value)
  return null
}

/** Has a codebook as the draft. */
export function takeDraft(codebook: CodebookContent, also: Partial<CodebookState> = {}): void {
  const { base, assigned, joins } = { ...codebookState.getState(), ...also }
  if (!base) return
  const isSame = differences(base, codebook).length === 0 && codebook.name === base.name
  const isNothing = isSame && assigned.length === 0 && joins.length === 0
  codebookState.setState({ ...also, draft: isNothing ? null : codebook })
  // What was said of an earlier step would lie over what becomes of this one.
  if (store.getState().notice?.undo) dismissNotice()
}

export const choosePart = (of: Part, id: string): void => codebookState.setState({ chosen: { of, id } })
export const openCodebookDialog = (dialog: CodebookDialog | null): void => codebookState.setState({ dialog })

export const discard = (): void =>
  codebookState.setState({ draft: null, assigned: [], joins: [], conflicts: [], dialog: null })
