import { spawnSync } from 'node:child_process'
import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os'
import { electronProgram } from '../../scripts/run-electron.mjs'

/** What the figures were measured on. */
export const machine = () => ({
  system: `${platform()} ${release()} ${arch()}`,
  processors: cpus().length,
  processor: cpus()[0]?.model ?? null,
  memoryMb: Math.round(totalmem() / 2 ** 20),
  /** Over the last minute: near 0 on a machine that does nothing else. */
  load: loadavg()[0] ?? null,
  node: process.versions.node,
  electron: electronVersion(),
})

function electronVersion(): string | null {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const { stdout } = spawnSync(electronProgram(), ['-p', 'process.versions.electron'], {
    env,
    encoding: 'utf8',
  })
  return stdout?.trim() || null
}
