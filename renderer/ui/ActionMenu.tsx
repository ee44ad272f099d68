import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { Icon, type IconName } from './Icon'
import { Keycap } from './Keycap'
import styles from './ActionMenu.module.css'

export interface Action {
  readonly name: string
  readonly run: () => void
  readonly keys?: string | undefined
}

interface Props {
  readonly label: string
  readonly icon: IconName
  /** Words beside the icon; without them the label is said only. */
  readonly words?: string
  readonly actions: readonly Action[]
}

/** A button that opens a short list of things to do. */
export const ActionMenu = ({ label, icon, words, actions }: Props) => (
  <MenuTrigger>
    <Button className={words === undefined ? styles['icon']! : styles['worded']!} aria-label={label}>
      <Icon name={icon} />
      {words}
    </Button>
    <Popover className={styles['popover']!} offset={4}>
      <Menu
        className={styles['menu']!}
        onAction={(name) => actions.find((action) => action.name === name)?.run()}
      >
        {actions.map(({ name, keys }) => (
          <MenuItem key={name} id={name} textValue={name} className={styles['item']!}>
            {name}
            {keys !== undefined && <Keycap keys={keys} />}
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  </MenuTrigger>
)
