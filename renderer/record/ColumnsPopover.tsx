import { Button as Trigger, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { Button, IconButton } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { columns, firstLayout, shown, toggled, movedTo, type Layout } from './columns'
import { setLayout, useLayout } from './layout'
import { over, useOver } from './record-ui'
import bar from './RecordBar.module.css'
import styles from './Filter.module.css'

/** Which columns are shown, and in what order. */
export function ColumnsPopover() {
  const isOpen = useOver((open) => open.columns)
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={(opens) => over.setState({ columns: opens })}>
      <Trigger className={bar['worded']!}>
        Columns
        <Icon name="down" small />
      </Trigger>
      <Popover className={styles['popover']!} placement="bottom end" offset={4}>
        <Dialog className={styles['inside']!} aria-label="Columns">
          <Columns />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function Columns() {
  const layout = useLayout()
  const isFirst = JSON.stringify(layout) === JSON.stringify(firstLayout)
  return (
    <>
      <ul className={styles['picks']}>
        {layout.map(({ id, hidden }, at) => (
          <li key={id} className={styles['column']}>
            <label>
              <input
                type="checkbox"
                checked={!hidden}
                disabled={!hidden && shown(layout).length === 1}
                onChange={() => setLayout(toggled(layout, id))}
              />
              {columns[id].name}
            </label>
            <Step layout={layout} at={at} by={-1} />
            <Step layout={layout} at={at} by={1} />
          </li>
        ))}
      </ul>
      <div className={styles['foot']}>
        <Button
          look="bare"
          unless={isFirst && 'The columns are as delivered.'}
          onClick={() => setLayout(firstLayout)}
        >
          As delivered
        </Button>
      </div>
    </>
  )
}

function Step({ layout, at, by }: { readonly layout: Layout; readonly at: number; readonly by: 1 | -1 }) {
  const [column, place] = [layout[at], layout[at + by]]
  if (!column) return null
  const { name } = columns[column.id]
  return (
    <IconButton
      icon={by < 0 ? 'up' : 'down'}
      label={by < 0 ? `Move ${name} before the column above` : `Move ${name} behind the column below`}
      small
      unless={!place && 'It is the last already.'}
      onClick={() => place && setLayout(movedTo(layout, column.id, place.id))}
    />
  )
}
