/** What every kind of torture is given. */
export interface Torture {
  /** Repeats a run's choices, though not the instant that a kill hits. */
  readonly seed: number
  /** An empty folder, removed afterwards. */
  readonly folder: string
  /** Tells whoever watches; standard output is for the figures alone. */
  readonly say: (sentence: string) => void
}

/** What comes of killing, printed as one line of JSON. */
export interface Killed {
  readonly rounds: number
  /** Changes of which the program had said that they are safe. */
  readonly acknowledged: number
  /** Of those, how many were not there after the next start, or not in the folder though the program had said "Saved". */
  readonly lost: number
  /** Files that were not whole or did not fit together. */
  readonly unreadable: number
}
