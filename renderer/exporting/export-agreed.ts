/** What the export dialog begins with the next time that it opens: the agreed set, of one article or of all. */
let next: { readonly isWhole: boolean } | null = null

/** The export dialog that is opened next has the agreed set chosen. */
export function exportAgreed(isWhole: boolean): void {
  next = { isWhole }
}

/** What the dialog that opens now begins with; asked once for each. */
export function takeExportAgreed(): typeof next {
  // A component may ask twice while it is made.
  queueMicrotask(() => (next = null))
  return next
}
