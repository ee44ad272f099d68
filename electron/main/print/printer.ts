import type { WebContents } from 'electron'
import type { Problem } from '../../../data/model/problem'
import { failed, ok, type Result } from '../../../data/model/result'
import type { Paper } from '../../ipc/print'

/** What puts the pages that the window has laid out onto paper, or into a file. */
export interface Printer {
  /** The bytes of a PDF. */
  pdf(paper: Paper): Promise<Result<Uint8Array, Problem>>
  /** Asks in the system's dialog. `null` when the user thought better of it. */
  print(paper: Paper): Promise<Result<null, Problem> | null>
}

/** What Chromium says when the user has closed the system's dialog. */
const cancelled = /cancel/i

/**
 * Prints what the window itself shows to a printer: no other page is loaded, and nothing but its own is printed. The
 * pages bring their own margins.
 */
export function printerOf(contents: WebContents): Printer {
  return {
    async pdf(paper) {
      try {
        const bytes = await contents.printToPDF({
          pageSize: paper,
          preferCSSPageSize: true,
          printBackground: true,
          margins: { top: 0, right: 0, bottom: 0, left: 0 },
          generateTaggedPDF: true,
        })
        return ok(new Uint8Array(bytes))
      } catch (error) {
        return failed({ kind: 'not-printed', why: error instanceof Error ? error.message : String(error) })
      }
    },
    print: (paper) =>
      new Promise((resolve) => {
        contents.print(
          { silent: false, printBackground: true, pageSize: paper, margins: { marginType: 'none' } },
          (isDone, why) => {
            if (isDone) resolve(ok(null))
            else resolve(cancelled.test(why) ? null : failed({ kind: 'not-printed', why }))
          },
        )
      }),
  }
}
