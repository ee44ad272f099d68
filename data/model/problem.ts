import type { CodebookFault } from './codebook-rules'
import type { DecisionAction } from './review-records'

/**
 * Something that can go wrong without anyone having written a bug. Plain data, so that it crosses
 * IPC whole (an Error loses its class there); `explain` in `explain.ts` words it.
 *
 * `file` is a path as the user knows it: below the project folder for a project's own files, else the
 * name of the file that was picked. `where` names a place inside a file, as `articles[3].text`.
 */
export type Problem = Readonly<
  /** A command points at something that is not there, or not any more. */
  | {
      kind: 'not-there'
      what:
        | 'annotation'
        | 'article'
        | 'link'
        | 'label'
        | 'link-type'
        | 'attribute'
        | 'registry-record'
        | 'issue'
        | 'codebook'
        | 'text'
        | 'backup'
        | 'decision'
        | 'answer'
    }
  /** An actor without a name, an issue without a question, a position without an answer. */
  | { kind: 'no-name' }
  /** A new record with the id of another. */
  | { kind: 'id-taken' }
  /** Entries of the registries that cannot be one: an actor is no position. */
  | { kind: 'not-one-kind' }
  | { kind: 'merged-with-itself' }
  /** An entry that so many others were merged into, or so many positions answer. */
  | { kind: 'entry-in-use'; by: 'merged' | 'answers'; count: number }
  /** Nothing new is tagged with this label (its name). */
  | { kind: 'label-retired'; label: string }
  /** No new link is made of this type (its phrase). */
  | { kind: 'link-type-retired'; phrase: string }
  /** Another revision of the codebook has come in force meanwhile. */
  | { kind: 'codebook-changed' }
  /** A tag would stand on nothing that can be read. */
  | { kind: 'only-white-space' }
  /** A link whose ends its type does not allow, or that joins a tag to itself. */
  | { kind: 'link-not-allowed'; type: string; from: string; to: string }
  /** A value that the attribute does not allow. */
  | { kind: 'value-not-allowed'; attribute: string }
  | { kind: 'already-linked' }
  /** A tag with this label (its id) cannot mean such a record of the registries. */
  | { kind: 'meaning-not-allowed'; label: string }
  /** Too many or too few tags or readings for such a decision, or tags and links in one. */
  | { kind: 'decision-not-fitting'; action: DecisionAction }
  /** A decision asks nothing of one's own tags. */
  | { kind: 'nothing-to-take-over' }
  /** An answer that says nothing. */
  | { kind: 'no-words' }
  /** A codebook as it was asked for could not be used. */
  | { kind: 'codebook-fault'; fault: CodebookFault }
  | { kind: 'codebook-without-name' }
  /** A label is to be split into fewer than two. */
  | { kind: 'split-into-one' }
  | { kind: 'not-saved'; why: string }
  | { kind: 'not-printed'; why: string }
  | { kind: 'unreadable-file'; file: string; why: string }
  /** The project and the backups that are there already are as they were. */
  | { kind: 'not-backed-up'; why: string }
  /** A backup has this file no more as it was. */
  | { kind: 'lost-in-backup'; file: string }
  /** The file is there but not what it should be; `expected` completes the sentence "… was expected". */
  | { kind: 'bad-file'; file: string; where: string; expected: string }
  /**
   * A damaged file of somebody's tags, or with the title `null` of their registries, ("who" is `null` for one's own) was put
   * aside, and what it held was found again: `back` of the `of` tags or entries that it seems to have had, the latest
   * changed at `until` (ISO 8601, UTC).
   */
  | {
      kind: 'set-aside'
      file: string
      who: string | null
      title: string | null
      isAside: boolean
      back: number
      of: number
      until: string | null
    }
  /** A sync program had kept other versions of one's own file; `items` records of them were not in it, and are now. */
  | { kind: 'copies-merged'; title: string | null; copies: number; items: number }
  /** Another program writes under the name of this computer, as a copied profile does; this one has a new name now. */
  | { kind: 'device-cloned' }
  /** Lines of the journal could not be read; they are kept. */
  | { kind: 'journal-damaged'; lines: number }
  /** A step cannot be undone, as something in it was changed since by other means. */
  | { kind: 'changed-since' }
  | { kind: 'newer-file'; file: string; schema: number; known: number }
  /** `sum` in the file does not match its content. */
  | { kind: 'damaged-file'; file: string }
  /** Something was asked of a project while none is open. */
  | { kind: 'no-project' }
  | { kind: 'not-a-project'; folder: string }
  | { kind: 'folder-not-empty'; folder: string }
  | { kind: 'folder-unreachable'; folder: string; why: string }
  | { kind: 'empty-file'; file: string }
  /** A set in which nobody has made anything. */
  | { kind: 'empty-set'; file: string }
  | { kind: 'not-text'; file: string }
  | { kind: 'too-large'; file: string; bytes: number; limit: number }
  | { kind: 'already-here'; file: string; article: string; title: string }
  /** A set names an article that this project has no text of. */
  | { kind: 'unknown-article'; file: string; where: string; article: string }
  /** The words that a set quotes are not those that stand at its offsets. */
  | { kind: 'quote-differs'; file: string; where: string; expected: string; found: string }
  | { kind: 'unknown-format'; format: string }
  | { kind: 'unknown-annotator'; annotator: string }
  | { kind: 'nothing-to-export' }
  /** The agreed set is empty there. */
  | { kind: 'nothing-agreed' }
  | { kind: 'no-statements' }
  | { kind: 'no-figures' }
  /** The record of all articles cannot be made or asked. Tags are not concerned. */
  | { kind: 'no-record'; why: string }
  | { kind: 'cancelled' }
  /** Somebody else's tags on an article of a project that is reviewed blind, while one is not done with it. */
  | { kind: 'hidden-until-done' }
  /** A message from the window that is not of the contract's shape. */
  | { kind: 'bad-request'; channel: string; where: string }
>
