/** What the preload script offers: every question of the contract, and its events. */
export const { workbench } = window
