import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'vite'
import type { PeerPage } from './peers'

/** Builds the page of one reader into a folder, as the app's own window is built, and gives the folder. */
export async function buildPage(folder: string, { name, entry, scripts, styles }: PeerPage): Promise<string> {
  const outDir = join(folder, name)
  mkdirSync(outDir, { recursive: true })
  await build({
    configFile: false,
    root: folder,
    base: './',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    // Vite asks the environment, and whoever runs the bench through Vite is a developer: Lexical's checks cost half of opening.
    resolve: { conditions: ['module', 'browser', 'production'] },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome130',
      assetsInlineLimit: 0,
      cssCodeSplit: false,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: entry,
        output: { entryFileNames: 'page.js', assetFileNames: '[name][extname]' },
      },
    },
  })
  for (const file of [...scripts, ...styles]) copyFileSync(file, join(outDir, basename(file)))
  writeFileSync(
    join(outDir, 'index.html'),
    html(
      scripts.map((file) => basename(file)),
      styles.map((file) => basename(file)),
    ),
  )
  return outDir
}

const html = (scripts: readonly string[], styles: readonly string[]): string => `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>Reader</title>
  <link rel="icon" href="data:," />
${[...styles, 'style.css'].map((file) => `  <link rel="stylesheet" href="${file}" />`).join('\n')}
  <div id="scroll"><div id="host"></div></div>
${scripts.map((file) => `  <script src="${file}"></script>`).join('\n')}
  <script type="module" src="page.js"></script>
</html>
`
