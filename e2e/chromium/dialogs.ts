import type { Dialogs } from '../../electron/main/dialogs'

/** A user who answers the system's dialogs with what the story said last. */
export function chosenByUser(): {
  readonly dialogs: Dialogs
  readonly opens: (paths: readonly string[]) => void
  readonly saves: (path: string) => void
} {
  let opened: readonly string[] = []
  let saved: string | null = null
  const many = async () => (opened.length > 0 ? opened : null)
  const one = async () => opened[0] ?? null
  const save = async () => saved
  return {
    dialogs: {
      newProject: save,
      openProject: one,
      articles: many,
      sets: many,
      codebook: one,
      offerBackup: async () => false,
      restoreTo: save,
      exportTo: save,
    },
    opens: (paths) => void (opened = paths),
    saves: (path) => void (saved = path),
  }
}
