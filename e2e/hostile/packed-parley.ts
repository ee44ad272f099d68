import { copyFileSync, linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { electronProgram } from '../../scripts/run-electron.mjs'
import { repository, type Desk } from '../desk'
import { asar } from './asar'

/**
 * Parley as users get it, put together on the desk: Electron under the name `parley`, the built app in one archive,
 * and beside it what somebody else has put there. Gives the path of the program, a copy whose fuses can be set.
 */
export function packParley(desk: Desk, planted: string): string {
  const source = dirname(electronProgram())
  const home = desk.path('packed')
  const program = join(home, 'parley')
  linkFolder(source, home)
  copyFileSync(electronProgram(), program)
  writeFileSync(join(home, 'resources', 'app.asar'), asar(builtApp()))
  desk.write('packed/resources/app/package.json', JSON.stringify({ name: 'planted', main: 'main.cjs' }))
  desk.write('packed/resources/app/main.cjs', planted)
  return program
}

function builtApp(): Readonly<Record<string, Uint8Array>> {
  const parts = ['main', 'preload', 'renderer'].flatMap((part) =>
    readdirSync(join(repository, 'out', part), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name)),
  )
  const files = [join(repository, 'package.json'), ...parts]
  return Object.fromEntries(
    files.map((path) => [path.slice(repository.length + 1).replaceAll('\\', '/'), readFileSync(path)]),
  )
}

/** All but Electron's program itself and the app that it comes with; nothing ever writes to what is linked. */
function linkFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory() && entry.name !== 'app') linkFolder(source, target)
    else if (entry.isFile() && source !== electronProgram()) linkOrCopy(source, target)
  }
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target)
  } catch {
    copyFileSync(source, target)
  }
}
