/** The keys go to the form in which it is said what tags or links should be. */
export function focusDraft(): void {
  document.querySelector<HTMLElement>('[data-draft] input:checked, [data-draft] select')?.focus()
}
