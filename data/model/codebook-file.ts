import { codebookSchema, type Codebook, type CodebookContent } from './codebook'
import { withFields } from './codebook-changes'
import type { AnyPart } from './codebook-differences'
import { faultsIn } from './codebook-rules'
import { parseAs } from './parse'
import type { Problem } from './problem'
import { failed, ok, type Result } from './result'

/** No codebook is larger, in bytes. */
export const LARGEST_CODEBOOK = 4 * 1024 * 1024

/** A codebook as a file of its own, as the project folder has it. */
export const codebookFile = (codebook: Codebook): string => `${JSON.stringify(codebook, null, 2)}\n`

/** A codebook that anybody may have written: through the schema, and then through the rules. */
export function readCodebookFile(text: string, file: string): Result<Codebook, Problem> {
  const read = parseAs(codebookSchema, text, file)
  if (!read.ok) return read
  const [fault] = faultsIn(read.value)
  return fault ? failed({ kind: 'codebook-fault', fault }) : ok(read.value)
}

/**
 * What comes of taking over a codebook from elsewhere: it as it is, and what only the present one has behind it, retired, since
 * there may be tags with it.
 */
export function takenOver(present: CodebookContent, other: CodebookContent): CodebookContent {
  const onlyIn = <P extends AnyPart>(here: readonly P[], there: readonly P[]): P[] =>
    here
      .filter(({ id }) => !there.some((part) => part.id === id))
      .map((part) => withFields(part, { retired: true }))
  return {
    name: other.name,
    labels: [...other.labels, ...onlyIn(present.labels, other.labels)],
    attributes: [...other.attributes, ...onlyIn(present.attributes, other.attributes)],
    linkTypes: [...other.linkTypes, ...onlyIn(present.linkTypes, other.linkTypes)],
  }
}
