import { basename, dirname, join } from 'node:path'
import { codebookFile, LARGEST_CODEBOOK, readCodebookFile } from '../../../data/model/codebook-file'
import type { Problem } from '../../../data/model/problem'
import { failed, ok } from '../../../data/model/result'
import type { Handlers } from '../answer'
import type { Dialogs } from '../dialogs'
import { fileNameFrom } from '../exchange/file-name'
import { readSetFile } from '../exchange/read-set'
import { writeBytesDurably } from '../exchange/write-durably'
import type { Projects } from '../project/projects'

interface Ports {
  readonly projects: Projects
  readonly dialogs: () => Dialogs
  readonly documents: string
}

/** The answers about the codebook's revisions, and about codebooks as files of their own. */
export function codebookHandlers({
  projects,
  dialogs,
  documents,
}: Ports): Pick<Handlers, 'codebookRevisions' | 'exportCodebook' | 'importCodebook'> {
  /** Where the last one went, to be proposed again. */
  let folder = documents
  const noProject: Problem = { kind: 'no-project' }

  return {
    codebookRevisions: async () => (projects.store ? projects.store.revisions() : failed(noProject)),
    async exportCodebook() {
      if (!projects.store) return failed(noProject)
      const { codebook } = projects.store.view()
      const path = await dialogs().exportTo(join(folder, `${fileNameFrom(codebook.name)}.json`), '.json')
      if (path === null) return null
      folder = dirname(path)
      const written = await writeBytesDurably(path, new TextEncoder().encode(codebookFile(codebook)))
      return written.ok ? ok({ file: basename(path) }) : written
    },
    async importCodebook() {
      if (!projects.store) return failed(noProject)
      const path = await dialogs().codebook()
      if (path === null) return null
      const file = basename(path)
      const text = await readSetFile(path, LARGEST_CODEBOOK)
      if (!text.ok) return text
      const codebook = readCodebookFile(text.value, file)
      return codebook.ok ? ok({ file, codebook: codebook.value }) : codebook
    },
  }
}
