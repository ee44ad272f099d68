import { activeReader } from '../../reader/active-reader'
import { inField } from '../../state/actions'

/** Remembers what has the focus and what is selected. Gives what brings both back, if they are still there. */
export function rememberPlace(): () => void {
  const focused = document.activeElement
  const selection = getSelection()
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection ?? {}
  return () => {
    if (focused instanceof HTMLElement && focused.isConnected) focused.focus({ preventScroll: true })
    // Letters over the text, and a question in it, go away when they lose the focus.
    else return activeReader()?.focus()
    // A field remembers what is selected in it by itself.
    if (inField(focused) || !selection || !anchorNode?.isConnected || !focusNode?.isConnected) return
    selection.setBaseAndExtent(anchorNode, anchorOffset ?? 0, focusNode, focusOffset ?? 0)
  }
}
