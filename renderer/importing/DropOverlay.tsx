import { useEffect, useState } from 'react'
import { importDropped, importText, inField, isDialogOpen } from '../state/actions'
import { useShown } from '../state/store'
import styles from './DropOverlay.module.css'

/** Takes files that are dropped anywhere on the window, and text that is pasted where no field takes it. */
export function DropOverlay() {
  const project = useShown((state) => state.project?.project.name)
  const isOver = useDrop()
  usePaste()
  if (!isOver) return null
  return (
    <div className={styles['overlay']} aria-hidden="true">
      <p className={styles['words']}>
        {project === undefined
          ? 'Drop a project folder to open it.'
          : `Drop articles to import them into ${project}.`}
      </p>
    </div>
  )
}

/** Whether files are held over the window. */
function useDrop(): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const controller = new AbortController()
    const on = (name: 'dragenter' | 'dragover' | 'dragleave' | 'drop', run: (event: DragEvent) => void) =>
      window.addEventListener(name, run, { signal: controller.signal })
    const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false

    on('dragenter', (event) => hasFiles(event) && setOver(true))
    on('dragover', (event) => {
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = hasFiles(event) ? 'copy' : 'none'
    })
    // Leaving the window goes to no element; going from one element to the next does.
    on('dragleave', (event) => event.relatedTarget === null && setOver(false))
    on('drop', (event) => {
      event.preventDefault()
      setOver(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length > 0) void importDropped(files)
    })
    return () => controller.abort()
  }, [])
  return isOver
}

function usePaste(): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (inField() || isDialogOpen()) return
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (text.trim() === '') return
      event.preventDefault()
      void importText(text)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [])
}
