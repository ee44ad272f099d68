import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { useShown } from '../state/store'
import type { PickedWords } from './reading/picked-words'
import { TagMenu, type MenuPlace } from './TagMenu'
import { TagToolbar } from './TagToolbar'
import { useTagging } from './use-tagging'

/** What floats over the open article. */
export interface Floats {
  /** The selected words, which the toolbar is for; `null` when none are. */
  readonly picked: PickedWords | null
  /** The menu that is open. */
  readonly menu: MenuPlace | null
}

export const noFloats: Floats = { picked: null, menu: null }

interface Props {
  readonly floats: StoreApi<Floats>
}

/** The toolbar under the selected words, unless a menu is open or the article is shown as it was. */
export function FloatingToolbar({ floats }: Props) {
  const { picked, menu } = useStore(floats)
  const isPast = useShown(({ past }) => past !== null)
  return picked && !menu && !isPast ? <Toolbar picked={picked} floats={floats} /> : null
}

function Toolbar({ picked, floats }: Props & { readonly picked: PickedWords }) {
  const tagging = useTagging(picked.span)
  const more = (x: number, y: number) => floats.setState({ menu: { tag: null, x, y } })
  return <TagToolbar at={picked.box} tagging={tagging} onMore={more} />
}

/** The menu for a tag or the selected words; `onClose` hears that it was closed. */
export function FloatingMenu({ floats, onClose }: Props & { readonly onClose: () => void }) {
  const { menu } = useStore(floats)
  const close = () => {
    floats.setState({ menu: null })
    onClose()
  }
  return menu && <OpenMenu at={menu} floats={floats} onClose={close} />
}

interface MenuProps extends Props {
  readonly at: MenuPlace
  readonly onClose: () => void
}

function OpenMenu({ at, floats, onClose }: MenuProps) {
  const { picked } = useStore(floats)
  return <TagMenu at={at} tagging={useTagging(picked?.span ?? null)} onClose={onClose} />
}
