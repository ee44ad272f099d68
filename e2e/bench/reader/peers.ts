import { join } from 'node:path'

/** A reader that the bench measures, and what its page is made of. */
export interface PeerPage {
  readonly name: string
  /** The script that puts it into the page. */
  readonly entry: string
  /** Files of packages that stand in the page as they are. */
  readonly scripts?: readonly string[]
  readonly styles?: readonly string[]
  /** Is one of the rivals, whose packages are installed for the bench alone. */
  readonly isRival: boolean
}

const own = (name: string): PeerPage => ({
  name,
  entry: join(import.meta.dirname, 'page', `${name}.ts`),
  isRival: false,
})

export const pages: readonly PeerPage[] = [own('floor-css'), own('floor-css-cv'), own('ours')]

export const peerNames: readonly string[] = pages.map(({ name }) => name)

/** Enough to see where we stand. */
export const quickPeers: readonly string[] = ['floor-css', 'ours']
