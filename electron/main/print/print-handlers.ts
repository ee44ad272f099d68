import { basename, dirname, join } from 'node:path'
import type { Handlers } from '../answer'
import type { Dialogs } from '../dialogs'
import { fileNameFrom } from '../exchange/file-name'
import { writeBytesDurably } from '../exchange/write-durably'
import type { Projects } from '../project/projects'
import { failed, ok } from '../../../data/model/result'
import type { Printer } from './printer'

interface Ports {
  readonly projects: Projects
  readonly dialogs: () => Dialogs
  readonly documents: string
  readonly printer: () => Printer
}

/** The answers about printing. What is printed are the pages that the window has laid out beside what it shows. */
export function printHandlers(ports: Ports): Pick<Handlers, 'printPages' | 'savePdf' | 'stopPdf'> {
  /** Where the last PDF went, to be proposed again. */
  let folder = ports.documents
  let isStopped = false

  return {
    printPages: (paper) => ports.printer().print(paper),
    async savePdf(article, paper) {
      isStopped = false
      const title = ports.projects.store?.titleOf(article) ?? null
      if (title === null) return failed({ kind: 'not-there', what: 'article' })
      const path = await ports.dialogs().exportTo(join(folder, `${fileNameFrom(title)}.pdf`), '.pdf')
      if (path === null) return null
      folder = dirname(path)
      const pdf = await ports.printer().pdf(paper)
      if (isStopped) return null
      if (!pdf.ok) return pdf
      const written = await writeBytesDurably(path, pdf.value)
      return written.ok ? ok({ file: basename(path) }) : written
    },
    stopPdf() {
      isStopped = true
      return null
    },
  }
}
