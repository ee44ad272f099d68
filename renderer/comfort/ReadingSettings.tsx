import { Button as Trigger, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { firstPreferences } from '../../electron/ipc/preferences'
import { setTheme } from '../state/actions'
import { useShown } from '../state/store'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { Choice } from './Choice'
import { comfort, useComfort } from './comfort-state'
import { setReading } from './reading-settings'
import { typeSizes } from './reading-type'
import styles from './ReadingSettings.module.css'

/** The button "Reading" over the article, and what it opens: how the article is set. */
export function ReadingSettings() {
  const isOpen = useComfort((state) => state.settingsOpen)
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={(settingsOpen) => comfort.setState({ settingsOpen })}>
      <Trigger className={styles['button']!} aria-label="Reading">
        <Icon name="type" />
        <span className="word">Reading</span>
      </Trigger>
      <Popover className={styles['popover']!} placement="bottom end" offset={6}>
        <Dialog className={styles['settings']!} aria-label="Reading">
          <Settings />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

const sizes = [
  { value: 'auto', name: 'Auto', says: 'As the window suggests' },
  ...typeSizes.map((size) => ({ value: String(size), name: String(size), says: `${size} pixels` })),
]

function Settings() {
  const reading = useShown((state) => state.preferences?.reading)
  const theme = useShown((state) => state.start?.theme)
  if (!reading) return null
  const asDelivered = firstPreferences.reading
  const isAsDelivered = JSON.stringify(reading) === JSON.stringify(asDelivered)
  return (
    <>
      <Choice
        name="Typeface"
        value={reading.face}
        options={[
          { value: 'serif', name: 'Serif' },
          { value: 'sans', name: 'Sans' },
        ]}
        onChange={(face) => setReading({ face })}
      />
      <Choice
        name="Size"
        value={String(reading.size ?? 'auto')}
        options={sizes}
        onChange={(size) => setReading({ size: typeSizes.find((each) => String(each) === size) ?? null })}
      />
      <Choice
        name="Lines"
        value={reading.measure}
        options={[
          { value: 'narrow', name: 'Short' },
          { value: 'normal', name: 'Middle' },
          { value: 'wide', name: 'Long' },
        ]}
        onChange={(measure) => setReading({ measure })}
      />
      <Choice
        name="Leading"
        value={reading.leading}
        options={[
          { value: 'tight', name: 'Tight', says: 'Tight: room for three tags over each other' },
          { value: 'normal', name: 'Normal', says: 'Normal: room for four tags over each other' },
          { value: 'loose', name: 'Loose', says: 'Loose: room for five tags over each other' },
        ]}
        onChange={(leading) => setReading({ leading })}
      />
      <Choice
        name="Letters, words"
        value={reading.spacing}
        options={[
          { value: 'normal', name: 'As set' },
          { value: 'wide', name: 'Further apart' },
        ]}
        onChange={(spacing) => setReading({ spacing })}
      />
      <Choice
        name="Tag letters"
        value={reading.letters ? 'on' : 'off'}
        options={[
          { value: 'on', name: 'In the margin' },
          { value: 'off', name: 'Hidden' },
        ]}
        onChange={(letters) => setReading({ letters: letters === 'on' })}
      />
      {theme !== undefined && (
        <Choice
          name="Theme"
          value={theme}
          options={[
            { value: 'system', name: 'System' },
            { value: 'light', name: 'Light' },
            { value: 'dark', name: 'Dark' },
          ]}
          onChange={(chosen) => void setTheme(chosen)}
        />
      )}
      <span className={styles['foot']}>
        <Button
          look="bare"
          unless={isAsDelivered && 'Everything is as delivered.'}
          onClick={() => setReading(asDelivered)}
        >
          As delivered
        </Button>
      </span>
    </>
  )
}
