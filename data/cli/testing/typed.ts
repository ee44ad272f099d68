import { temporaryFolder } from '../../store/files/testing/temporary-folder'
import type { ExitCode } from '../command'
import { runCli } from '../run-cli'

/** What came of a command that was typed. */
export interface Typed {
  readonly code: ExitCode
  readonly out: string
  readonly err: string
}

/** A folder of its own to type in, and what types there: `parley('new', 'talks')`. */
export async function terminal() {
  const cwd = await temporaryFolder()
  const parley = async (...words: string[]): Promise<Typed> => {
    let [out, err] = ['', '']
    const stdout = { write: (text: string) => (out += text) }
    const stderr = { write: (text: string) => (err += text) }
    const code = await runCli(words, { stdout, stderr, cwd })
    return { code, out, err }
  }
  return { cwd, parley }
}
