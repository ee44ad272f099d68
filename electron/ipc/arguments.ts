import { z } from 'zod'
import { blockTypes, metadataSchema } from '../../data/model/article'
import { annotatorIdSchema, articleIdSchema, recordIdSchema } from '../../data/model/ids'
import type { Sought } from '../../data/record/occurrences/occurrence'
import { backupIdSchema } from '../../data/store/backup/manifest'
import { everyCommand } from './command-arguments'
import { themes, zooms, type ChannelName, type Channels } from './contract'
import type { ImportCorrection } from './import'
import { preferencesChangeSchema } from './preferences'
import { papers } from './print'
import { recordSchemas } from './record'
import { reviewSchemas } from './review'

const givenSchema = z.strictObject({ ids: z.array(recordIdSchema).max(100), now: z.iso.datetime() })

const { title, outlet, agency, byline, dateline, published, language, url } = metadataSchema.shape

const correctionSchema: z.ZodType<ImportCorrection> = z.strictObject({
  metadata: z
    .strictObject({
      title: title.exactOptional(),
      outlet: outlet.exactOptional(),
      agency: agency.exactOptional(),
      byline: byline.exactOptional(),
      dateline: dateline.exactOptional(),
      published: published.exactOptional(),
      language: language.exactOptional(),
      url: url.exactOptional(),
    })
    .exactOptional(),
  blockTypes: z
    .array(z.strictObject({ block: z.int().nonnegative(), type: z.enum(blockTypes) }))
    .exactOptional(),
})

const soughtSchema: z.ZodType<Sought> = z.strictObject({
  words: z.string().max(10_000),
  wholeWords: z.boolean(),
  matchCase: z.boolean(),
  accents: z.boolean(),
})

const row = z.int().nonnegative()
const nothing = z.tuple([])

/**
 * What may stand in the message of each channel. A channel without an entry, or one whose entry is not what the
 * contract says, does not compile.
 */
export const argumentSchemas: { readonly [Name in ChannelName]: z.ZodType<Parameters<Channels[Name]>> } = {
  start: nothing,
  newProject: nothing,
  openProject: nothing,
  openRecent: z.tuple([z.string().max(100)]),
  openSample: nothing,
  rename: z.tuple([z.string().trim().min(1).max(200)]),

  openArticle: z.tuple([articleIdSchema]),
  readAhead: z.tuple([articleIdSchema]),
  lookedAt: z.tuple([articleIdSchema, z.array(recordIdSchema).max(100_000).nullable()]),
  carryOut: z.tuple([everyCommand, givenSchema.optional()]),
  mySteps: nothing,
  historyOf: z.tuple([articleIdSchema]),
  cameFrom: z.tuple([articleIdSchema, recordIdSchema]),
  asItWas: z.tuple([articleIdSchema, z.iso.datetime()]),
  bringBack: z.tuple([
    articleIdSchema,
    z.iso.datetime(),
    z.array(recordIdSchema).min(1).max(100_000).nullable(),
  ]),
  undo: nothing,
  redo: nothing,
  stopStep: nothing,
  left: nothing,

  chooseArticles: z.tuple([z.enum(['files', 'folder'])]),
  readTexts: z.tuple([
    z.array(z.strictObject({ name: z.string().max(1000), bytes: z.instanceof(Uint8Array) })).max(1000),
  ]),
  readDropped: z.tuple([z.array(z.string().min(1).max(10_000)).max(100_000)]),
  correctImport: z.tuple([row, correctionSchema]),
  stopReading: nothing,
  finishImport: z.tuple([z.array(row).max(1_000_000)]),
  cancelImport: nothing,

  exportChoices: nothing,
  exportSet: z.tuple([
    z.strictObject({
      format: z.string().max(100),
      article: articleIdSchema.nullable(),
      annotators: z.array(annotatorIdSchema).max(10_000),
      hidden: z.boolean().exactOptional(),
      agreed: z.boolean().exactOptional(),
    }),
  ]),
  importSets: nothing,

  codebookRevisions: nothing,
  exportCodebook: nothing,
  importCodebook: nothing,

  ...recordSchemas,
  ...reviewSchemas,
  findOccurrences: z.tuple([z.int().nonnegative(), soughtSchema, articleIdSchema.nullable()]),
  stopFinding: nothing,

  printPages: z.tuple([z.enum(papers)]),
  savePdf: z.tuple([articleIdSchema, z.enum(papers)]),
  stopPdf: nothing,

  backups: nothing,
  backUp: nothing,
  checkBackups: nothing,
  stopBackup: nothing,
  compareBackup: z.tuple([backupIdSchema]),
  compareWork: z.tuple([backupIdSchema, articleIdSchema, annotatorIdSchema]),
  bringBackFrom: z.tuple([backupIdSchema, articleIdSchema]),
  putBack: z.tuple([backupIdSchema, articleIdSchema]),
  restoreBackup: z.tuple([backupIdSchema]),
  openRestored: nothing,

  setTheme: z.tuple([z.enum(themes)]),
  prefer: z.tuple([preferencesChangeSchema]),
  zoom: z.tuple([z.enum(zooms)]),
  showKeys: z.tuple([z.record(z.string().max(100), z.string().max(40))]),
  showMenu: nothing,
}
