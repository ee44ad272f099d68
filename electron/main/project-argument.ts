import { resolve } from 'node:path'

/**
 * The project folder that the command line names: the first argument that is no flag, as an absolute path, or
 * `null`. When Electron runs the app from its folder (`electron . DIR`), the first such argument is the app.
 */
export function projectArgument(
  argv: readonly string[],
  folder: string,
  isElectronItself: boolean,
): string | null {
  const words: string[] = []
  for (let i = 1; i < argv.length; i++) {
    const word = argv[i]!
    if (word === '-r' || word === '--require') i++
    else if (!word.startsWith('-') && word !== '') words.push(word)
  }
  const named = words[isElectronItself ? 1 : 0]
  return named === undefined ? null : resolve(folder, named)
}
