import { z } from 'zod'

const sha = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal')
const count = z.int().nonnegative()

/** What a backup was made for. */
export const backupReasons = ['opening', 'by-hand', 'before-set', 'before-bringing-back'] as const
export type BackupReason = (typeof backupReasons)[number]

/**
 * How a file stood when the backup was made. `good`: these are its bytes. `kept`: it could not be read, or was damaged,
 * and these are the bytes of its last good version. `bad`: it was damaged and there was no good version; these are the
 * damaged bytes.
 */
export const fileStates = ['good', 'kept', 'bad'] as const

/** Path below the project folder, stamp when it was looked at, SHA-256 and length in bytes of what is kept, state. */
const fileSchema = z.tuple([z.string(), z.string(), sha, count, z.enum(fileStates)])

/** Some files of the project, those of one stretch of it (see `stretchOf`), sorted by path. It is named by its content. */
export const listingSchema = z.array(fileSchema)

const draft = {
  schema: z.literal(1),
  /** Which stretch, the SHA-256 of its listing, how many files it lists. Sorted by stretch. */
  listings: z.array(z.tuple([z.string(), sha, count])),
}

/** A backup that was interrupted: the stretches it had come to, so that the next one need not begin again. */
export const draftSchema = z.object({
  format: z.literal('parley/backup-draft'),
  ...draft,
  /** The number of the last backup before it, 0 for none: after a later one it says nothing any more. */
  after: count,
})

/** One backup. It is written when all that it names is there and was read back. */
export const manifestSchema = z.object({
  format: z.literal('parley/backup'),
  ...draft,
  /** Counts backups, from 1: a later one has a greater number, whatever the clock says. */
  number: z.int().positive(),
  /** ISO 8601, UTC. */
  made: z.iso.datetime(),
  why: z.enum(backupReasons),
  project: z.object({ id: z.string(), name: z.string() }),
  /** The project folder at that time, for people to read. */
  root: z.string(),
  files: count,
  /** Of all files together, as they are in the project. */
  bytes: count,
  /** Against the backup before it. */
  added: count,
  changed: count,
  removed: count,
  /** Files that stand here with their last good version, because they were damaged; at most a hundred are named. */
  kept: z.array(z.string()),
  /** Files that were damaged, or could not be read, and of which there was no good version. */
  bad: z.array(z.string()),
})

export type FileEntry = Readonly<z.infer<typeof fileSchema>>
export type Listing = readonly FileEntry[]
export type Draft = Readonly<z.infer<typeof draftSchema>>
export type Manifest = Readonly<z.infer<typeof manifestSchema>>
export type ListingRef = Manifest['listings'][number]

export const named = 100

/** Where everything lies in the vault. */
export const vaultPaths = {
  manifests: 'made',
  /** "000012-2031-11-20t090000z": ids sort by number. */
  manifest: (id: string) => `made/${id}.json`,
  draft: 'draft.json',
  packs: 'packs',
  pack: (id: string) => `packs/${id}.pack`,
  index: (id: string) => `packs/${id}.index`,
} as const

/** The id of a backup: its number and its time, in characters that a path may have. */
export const backupIdOf = ({ number, made }: Pick<Manifest, 'number' | 'made'>): string =>
  `${String(number).padStart(6, '0')}-${made.slice(0, 19).toLowerCase().replaceAll(':', '')}z`

export const backupIdSchema = z.string().regex(/^\d{6,12}-\d{4}-\d{2}-\d{2}t\d{6}z$/, 'the id of a backup')
