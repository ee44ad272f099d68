import { showInspector, showLibrary } from './panes'

/**
 * Whether a dialog has the window to itself, or `at` stands in one. Dialogs lie beside the window's own element in the
 * page, so that the article need not be searched for one.
 */
export const isDialogOpen = (at: Element | null = document.activeElement): boolean =>
  at?.closest('[role=dialog]') != null ||
  [...document.body.children].some(
    (child) =>
      child.id !== 'root' && (child.matches('[role=dialog]') || child.querySelector('[role=dialog]')),
  )

/** Whether words are being typed, so that the field's own undo is meant. */
export const inField = (at: Element | null = document.activeElement): boolean =>
  at instanceof HTMLElement &&
  (at.isContentEditable || at.matches('textarea, select, input:not([type=checkbox], [type=radio])'))

/** Puts the caret into the library's search field, which may have to be shown first. */
export function find(): void {
  showLibrary()
  requestAnimationFrame(() => document.querySelector<HTMLInputElement>('[data-find]')?.focus())
}

/** Puts the caret into the note of the selected tag, which stands in the inspector. */
export function focusNote(): void {
  showInspector()
  requestAnimationFrame(() => document.querySelector<HTMLElement>('textarea[aria-label="Note"]')?.focus())
}
