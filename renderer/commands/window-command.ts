import { modes, type Mode } from '../state/state'

/** Under what heading the palette and the cheat sheet list a command. */
export const commandGroups = [
  'Project',
  'Edit',
  'Tag',
  'Link',
  'Select',
  'Go',
  'View',
  'Registry',
  'Review',
  'Decide',
] as const
export type CommandGroup = (typeof commandGroups)[number]

/**
 * Something that can be done in the window, however it is asked for: by its keys, in the palette, or by what calls
 * `run`. To add one, put it into a list that `all.ts` names.
 */
export interface WindowCommand {
  /** Kept in people's settings, so it never changes: "reader.next-sentence". */
  readonly id: string
  /** A verb and what it does, as the palette and the cheat sheet read it: "Select the next tag". */
  readonly name: string
  readonly group: CommandGroup
  /** The keys that it comes with, each as `key-names.ts` writes them: "Ctrl+Shift+Z". Any of them does. */
  readonly keys: readonly string[]
  /**
   * Where its keys count. `reader`: with the focus in the article; `window`: everywhere but where words are typed;
   * `fields`: there as well, but for keys that fields need themselves. Of two commands with one key, that of the reader
   * comes first, then the one that is listed first; one that cannot be done now leaves the key to the next.
   */
  readonly where: 'reader' | 'window' | 'fields'
  /** The screens on which its keys count; without it, every screen if they count in fields, else that of the reader. */
  readonly modes?: readonly Mode[]
  /** Its keys of one letter stay when those are switched off: it tags words that are selected, and does nothing without. */
  readonly keepsLetters?: true
  /** Whether there is something to do it with now. Without it, always. Keys of a command that cannot be done do nothing of it. */
  readonly can?: () => boolean
  readonly run: () => unknown
}

/** The screens on which a command's keys count. */
export const modesOf = ({ where, modes: own }: WindowCommand): readonly Mode[] =>
  own ?? (where === 'fields' ? modes : ['read'])
