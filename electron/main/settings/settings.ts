import { z } from 'zod'
import { annotatorIdSchema, deviceIdSchema } from '../../../data/model/ids'
import { themes } from '../../ipc/contract'
import { firstPreferences, preferencesSchema, type Preferences } from '../../ipc/preferences'

const boundsSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
})

const recentProjectSchema = z.object({
  /** What the window knows it by. */
  id: z.string().min(1),
  name: z.string().min(1),
  folder: z.string().min(1),
})

/** What this user's Parley on this computer remembers. Each part that cannot be read is as at first. */
export interface Settings {
  readonly format: 'parley/settings'
  readonly schema: 1
  /** Who works here. */
  readonly annotator: { readonly id: string; readonly name: string }
  /** This computer, as the project's paths name it. */
  readonly device: string
  /** Which computer that was, so that settings copied to another are noticed. Empty when that cannot be told. */
  readonly machine: string
  /** Latest first. */
  readonly recent: readonly RecentProject[]
  /** Where this user's copy of the sample project lies. */
  readonly sample: string | null
  /** Where the window was, and whether it filled the screen. */
  readonly window: z.infer<typeof boundsSchema> | null
  readonly maximized: boolean
  readonly theme: (typeof themes)[number]
  readonly preferences: Preferences
}

export type RecentProject = Readonly<z.infer<typeof recentProjectSchema>>

const part = <T extends z.ZodType>(schema: T, otherwise: z.output<T>) => schema.catch(() => otherwise)

/**
 * The settings in a file's JSON, or `null` when it is not a settings file at all. Of a newer program's file, which
 * `schema` tells, what this one understands.
 */
export function readSettings(
  json: unknown,
  atFirst: Settings,
): (Omit<Settings, 'schema'> & { readonly schema: number }) | null {
  const schema = z.object({
    format: z.literal('parley/settings'),
    schema: z.int().positive(),
    annotator: part(z.object({ id: annotatorIdSchema, name: z.string().min(1) }), atFirst.annotator),
    device: part(deviceIdSchema, atFirst.device),
    machine: part(z.string().max(100), ''),
    recent: part(z.array(recentProjectSchema), []),
    sample: part(z.string().min(1).nullable(), null),
    window: part(boundsSchema.nullable(), null),
    maximized: part(z.boolean(), false),
    theme: part(z.enum(themes), 'system'),
    preferences: part(preferencesSchema, firstPreferences),
  })
  const read = schema.safeParse(json)
  return read.success ? read.data : null
}

/** Settings that came from another computer get a device id of their own, so that the two never write to one file. */
export function onThisMachine(settings: Settings, { device, machine }: Settings): Settings {
  if (settings.machine === machine || machine === '') return settings
  return settings.machine === '' ? { ...settings, machine } : { ...settings, machine, device }
}

const mostRecent = 10

/** The list with this project at its head, once, and not longer than ten. */
export const withRecent = (recent: readonly RecentProject[], project: RecentProject): RecentProject[] =>
  [project, ...recent.filter(({ folder }) => folder !== project.folder)].slice(0, mostRecent)
