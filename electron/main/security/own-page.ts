import type { IpcMainInvokeEvent, WebContents } from 'electron'
import { originOf } from '../origin'

/**
 * Whether a message comes from our page: from the window itself and no other, from its main frame, while that shows
 * `page`. A frame that has gone or lost its page is not ours, and neither is an empty or a blank one.
 */
export function isFromOwnPage(
  { sender, senderFrame }: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  window: WebContents,
  page: string,
): boolean {
  if (sender !== window || !senderFrame) return false
  return (
    senderFrame.parent === null &&
    senderFrame === window.mainFrame &&
    originOf(senderFrame.url) === originOf(page)
  )
}
