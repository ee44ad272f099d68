import { useRef } from 'react'
import { Menu, MenuItem, Popover, Separator } from 'react-aria-components'
import type { StatementColumn } from '../../data/record/query'
import { useKeys } from '../commands/commands-now'
import { Keycap } from '../ui/Keycap'
import menu from '../ui/ActionMenu.module.css'
import { columns } from './columns'
import { keyInWords, keyOf, type Names } from './names'
import { onlyThis, openRow, rowNow } from './record-actions'
import { focusTable, over, useOver } from './record-ui'
import styles from './RecordScreen.module.css'

/** What it can be narrowed to. */
const narrows: readonly StatementColumn[] = ['actor', 'issue', 'position', 'source', 'addressee', 'article']

/** What can be done with the statement one stands at. */
export function RowMenu({ names }: { readonly names: Names }) {
  const place = useOver((open) => open.menu)
  const trigger = useRef<HTMLSpanElement>(null)
  const [actor, issue] = [useKeys('statements.only-actor'), useKeys('statements.only-issue')]
  const row = place && rowNow()
  if (!place || !row) return null
  const keys: Partial<Record<StatementColumn, string | undefined>> = { actor, issue }
  const close = () => {
    over.setState({ menu: null })
    requestAnimationFrame(focusTable)
  }
  const act = (key: string) => {
    const column = narrows.find((id) => id === key)
    if (column) onlyThis(column)
    else openRow(row)
  }
  return (
    <>
      <span ref={trigger} className={styles['anchor']} style={{ left: place.x, top: place.y }} />
      <Popover
        triggerRef={trigger}
        isOpen
        onOpenChange={(isOpen) => !isOpen && close()}
        placement="bottom start"
        offset={2}
        className={menu['popover']!}
      >
        <Menu
          autoFocus="first"
          aria-label="Statement"
          className={menu['menu']!}
          onAction={(key) => act(String(key))}
          onClose={close}
        >
          <MenuItem id="open" textValue="Open in article" className={menu['item']!}>
            Open in article
            <Keycap keys="Enter" />
          </MenuItem>
          <Separator className={styles['parting']!} />
          {narrows.map((column) => {
            const name = keyInWords(column, keyOf(row, column, names), names)
            const only = `Only this ${columnWords[column] ?? columns[column].name.toLowerCase()}`
            return (
              <MenuItem key={column} id={column} textValue={`${only}: ${name}`} className={menu['item']!}>
                <span className={styles['only']}>
                  {only}
                  <span>{name}</span>
                </span>
                {keys[column] !== undefined && <Keycap keys={keys[column]} />}
              </MenuItem>
            )
          })}
        </Menu>
      </Popover>
    </>
  )
}

const columnWords: Partial<Record<StatementColumn, string>> = {
  source: 'one who quotes',
  addressee: 'one to whom it is said',
}
