import type { Workbench } from './contract'

declare global {
  interface Window {
    /** The main process, as the window sees it. */
    readonly workbench: Workbench
  }
}
