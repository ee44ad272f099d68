import type { ReactNode } from 'react'
import { Dialog, Heading, Modal as Overlay, ModalOverlay } from 'react-aria-components'
import { IconButton } from './Button'
import { classes } from './classes'
import styles from './Modal.module.css'

interface Props {
  readonly title: string
  /** Beside the title, quieter. */
  readonly aside?: ReactNode
  /** `large` is as high as the window lets it, `full` fills the window but for a margin. */
  readonly size?: 'small' | 'medium' | 'large' | 'full'
  /** A click beside it does not close it: what it stands for would be lost. */
  readonly isFirm?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** What stands at the foot, the button of first choice at its end. */
  readonly foot: ReactNode
}

/** A dialog over the window. The focus goes in; Escape closes and gives it back. */
export function Modal({ title, aside, size = 'small', isFirm = false, onClose, children, foot }: Props) {
  return (
    <ModalOverlay
      ref={leaveRoomForNotices}
      data-modal
      className={styles['scrim']!}
      isOpen
      isDismissable={size !== 'full' && !isFirm}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Overlay className={classes(styles['dialog'], styles[size])}>
        <Dialog className={styles['inside']!} aria-label={title}>
          <header className={styles['head']}>
            <Heading slot="title" level={1} className={styles['title']!}>
              {title}
            </Heading>
            {aside !== undefined && <span className={styles['aside']}>{aside}</span>}
            <span className={styles['close']}>
              <IconButton icon="close" label="Close" keys="Esc" onClick={onClose} />
            </span>
          </header>
          {children}
          <footer className={styles['foot']}>{foot}</footer>
        </Dialog>
      </Overlay>
    </ModalOverlay>
  )
}

/** What is said at the foot of the window while a dialog is open stands below it, however many lines it takes. */
function leaveRoomForNotices(scrim: HTMLElement | null): (() => void) | undefined {
  const notices = document.querySelector<HTMLElement>('[data-notices]')
  if (!scrim || !notices) return
  const watch = new ResizeObserver(() => scrim.style.setProperty('--notice', `${notices.offsetHeight}px`))
  watch.observe(notices)
  return () => watch.disconnect()
}
