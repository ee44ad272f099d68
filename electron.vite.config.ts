import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const at = (path: string) => resolve(import.meta.dirname, path)

/** `index` is the app, `record` a thread of it, `helper` a second one for that, `cli` the `parley` command, which needs no Electron. */
const entries = {
  index: at('electron/main/index.ts'),
  record: at('electron/main/record/record-program.ts'),
  helper: at('electron/main/record/helper-program.ts'),
  cli: at('data/cli/main.ts'),
}
const existing = Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(path)))

/**
 * Targets are those of the oldest Electron that the app runs in (33: Node 20.18, Chromium 130). Dependencies are
 * bundled, so that starting reads a handful of files.
 */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: 'node20.18',
      externalizeDeps: false,
      rolldownOptions: {
        input: existing,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: 'node20.18',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('electron/preload/index.ts') },
        // A sandboxed preload script can only be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react()],
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      target: 'chrome130',
      // The content security policy allows files of the app, not `data:` scripts, styles or fonts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: at('renderer/index.html'),
        // zod tries whether it may compile code, which the policy refuses and reports; this tells it not to.
        output: { banner: 'globalThis.__zod_globalConfig = { jitless: true }' },
      },
    },
  },
})
