import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { onTestFinished } from 'vitest'
import type { Driven } from './driver/driven'

/** Disks that are soon full, and how a program comes to see them. */
export interface SmallDisks {
  /** What a program's command begins with. */
  readonly command: readonly string[]
  /** Takes all room of one of them, but for so many bytes. */
  readonly fill: (program: Driven, folder: string, leave?: number) => Promise<void>
  readonly free: (program: Driven, folder: string) => Promise<void>
  /** Whether each has its own room: else what is full is full everywhere. */
  readonly areApart: boolean
}

const kilobytes = 512
const runs = (program: string, args: readonly string[]): boolean => {
  try {
    execFileSync(program, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const withFiller = {
  fill: async (program: Driven, folder: string, leave = 0) =>
    void (await program.tell({ do: 'fill', folder, leave })),
  free: async (program: Driven, folder: string) => void (await program.tell({ do: 'free', folder })),
  areApart: true,
}

/**
 * A disk in memory at each of these folders: mounted where this user may; else in a world of the program's own; else,
 * where neither is allowed, no disk but a limit on the size of each file, under which the system takes no byte more.
 * `PARLEY_SMALL_DISKS` (mount, unshare, limit) asks for one of the ways.
 */
export function smallDisks(folders: readonly string[]): SmallDisks {
  for (const folder of folders) mkdirSync(folder, { recursive: true })
  const mount = (folder: string) => ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder]
  const may = (way: string) => (process.env['PARLEY_SMALL_DISKS'] ?? way) === way
  if (may('mount') && folders.every((folder) => runs('mount', mount(folder)))) {
    onTestFinished(() => folders.forEach((folder) => runs('umount', ['--lazy', folder])))
    return { command: [], ...withFiller }
  }
  if (may('unshare') && runs('unshare', ['-Urm', 'mount', ...mount(folders[0]!)])) {
    const mounts = folders.map((folder) => `mount ${mount(folder).join(' ')}`).join(' && ')
    return { command: ['unshare', '-Urm', 'sh', '-c', `${mounts} && exec "$@"`, 'sh'], ...withFiller }
  }
  const limit = (program: Driven, bytes: string) =>
    void execFileSync('prlimit', ['--pid', String(program.pid), `--fsize=${bytes}:`])
  return {
    command: [],
    fill: async (program) => limit(program, '1'),
    free: async (program) => limit(program, 'unlimited'),
    areApart: false,
  }
}
