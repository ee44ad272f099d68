import { join } from 'node:path'
import type { Size } from './reader-workload'

/** A reader that the bench measures, and what its page is made of. */
export interface PeerPage {
  readonly name: string
  /** The script that puts it into the page. */
  readonly entry: string
  /** Files of packages that stand in the page as they are. */
  readonly scripts: readonly string[]
  readonly styles: readonly string[]
  /** Is somebody else's: its packages are installed for the bench alone, and what it cannot do ends nothing. */
  readonly isRival: boolean
  /** Sizes that it is known not to open: it gets less time for these. */
  readonly freezesAt?: (size: Size) => boolean
}

/** Where the rivals' packages are named, and installed when they are asked for. */
export const rivalsFolder = join(import.meta.dirname, 'peers')

const own = (name: string, file: string): PeerPage => ({
  name,
  entry: join(import.meta.dirname, 'page', file),
  scripts: [],
  styles: [],
  isRival: false,
})

const packaged = (path: string) => join(rivalsFolder, 'node_modules', path)

const rival = (name: string, file: string, scripts: string[] = [], styles: string[] = []): PeerPage => ({
  name,
  entry: join(rivalsFolder, file),
  scripts: scripts.map(packaged),
  styles: styles.map(packaged),
  isRival: true,
})

/** In the order in which a round goes through them: ours stands beside the floor. */
export const pages: readonly PeerPage[] = [
  own('floor-css', 'floor.ts'),
  own('ours', 'ours.ts'),
  own('floor-css-cv', 'floor.ts'),
  rival('recogito-spans', 'recogito.ts'),
  rival('recogito-css', 'recogito.ts'),
  rival('lexical-mark', 'lexical-mark.ts'),
  rival('lexical-mark-built', 'lexical-mark.ts'),
  rival(
    'v-annotator',
    'v-annotator.ts',
    ['vue/dist/vue.min.js', 'v-annotator/dist/v-annotator.umd.min.js'],
    ['v-annotator/dist/v-annotator.css'],
  ),
  {
    ...rival(
      'label-studio',
      'label-studio.ts',
      ['label-studio-frontend/dist/lsf/js/main.js'],
      ['label-studio-frontend/dist/lsf/css/main.css'],
    ),
    freezesAt: ({ tags }) => tags > 2_000,
  },
]

/** The whole app, which has no page of its own to be built. */
export const WINDOW = 'window'

export const peerNames: readonly string[] = [...pages.map(({ name }) => name), WINDOW]

/** Enough to see where we stand. */
export const quickPeers: readonly string[] = [
  'floor-css',
  'ours',
  'recogito-spans',
  'lexical-mark-built',
  WINDOW,
]
