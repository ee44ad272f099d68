import { useShown } from '../state/store'
import { ActionMenu } from '../ui/ActionMenu'
import { IconButton } from '../ui/Button'
import { counted } from '../ui/words'
import { changeTags, openBulk, tagsNow } from './bulk'
import { letGo, usePicked } from './picked'
import type { BulkChange } from './plan'
import styles from './PickedBar.module.css'

/** Once the menu has given the focus back, to which the dialog gives it back in turn. */
const open = (kind: BulkChange['is']) => requestAnimationFrame(() => openBulk(tagsNow(), kind))

/** What can be done with the tags that are picked in the list; there while more than one is. */
export function PickedBar() {
  const count = usePicked().size
  const isPast = useShown(({ past }) => past !== null)
  if (count < 2 || isPast) return null
  return (
    <div className={styles['bar']} role="group" aria-label="Picked tags">
      <span className={styles['count']} role="status">
        {counted(count, 'tag')} picked
      </span>
      <ActionMenu
        label="Change the picked tags"
        icon="down"
        words="Change"
        actions={[
          { name: 'Change their label…', run: () => open('label') },
          { name: 'Say what they mean…', run: () => open('means') },
          { name: 'Set an attribute…', run: () => open('attribute') },
          { name: 'Delete', run: () => void changeTags(tagsNow(), { is: 'delete' }) },
        ]}
      />
      <IconButton icon="close" label="Pick none" small onClick={letGo} />
    </div>
  )
}
