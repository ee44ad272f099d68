import { useEffect } from 'react'
import { KeysDialog } from './commands/keys-dialog/KeysDialog'
import { Palette } from './commands/palette/Palette'
import { BulkDialog } from './bulk/BulkDialog'
import { BackupsDialog } from './backups/BackupsDialog'
import { PrintDialog } from './comfort/print/PrintDialog'
import { ExportDialog } from './exporting/ExportDialog'
import { FirstRun } from './first-run/FirstRun'
import { BringBackDialog } from './history/BringBackDialog'
import { HistoryDialog } from './history/HistoryDialog'
import { StepsDialog } from './history/StepsDialog'
import { DropOverlay } from './importing/DropOverlay'
import { ImportDialog } from './importing/ImportDialog'
import { PasteDialog } from './importing/PasteDialog'
import { getNamesReady } from './meaning/get-ready'
import { TagAllDialog } from './occurrences/TagAllDialog'
import { useShown } from './state/store'
import { listenToKeys } from './commands/listen-to-keys'
import { LongStepDialog } from './ui/LongStepDialog'
import { NoticeBar } from './ui/NoticeBar'
import { RenameDialog } from './ui/RenameDialog'
import { StatusBar } from './ui/StatusBar'
import { TitleBar } from './ui/TitleBar'
import { Screens } from './Screens'
import styles from './App.module.css'

/** The whole window: bars, what is open between them, and the dialogs over it. */
export function App() {
  const isReady = useShown(({ start }) => start !== null)
  const hasProject = useShown(({ project }) => project !== null)
  const longStep = useShown((state) => state.longStep)
  const dialog = useShown((state) => state.dialog)
  const isImporting = useShown(({ importing }) => importing !== null)
  useEffect(listenToKeys, [])
  useEffect(getNamesReady, [])

  if (!isReady) return null
  return (
    <div className={styles['window']}>
      <TitleBar />
      {hasProject ? <Screens /> : <FirstRun />}
      <NoticeBar />
      <StatusBar />
      {isImporting && <ImportDialog />}
      {!isImporting && (dialog === 'palette' || dialog === 'go-to') && <Palette key={dialog} what={dialog} />}
      {!isImporting && dialog === 'keys' && <KeysDialog />}
      {!isImporting && dialog === 'export' && <ExportDialog />}
      {!isImporting && dialog === 'backups' && <BackupsDialog />}
      {!isImporting && (dialog === 'print' || dialog === 'save-pdf') && <PrintDialog to={dialog} />}
      {!isImporting && dialog === 'paste' && <PasteDialog />}
      {!isImporting && dialog === 'rename' && <RenameDialog />}
      {!isImporting && dialog === 'article-history' && <HistoryDialog />}
      {!isImporting && dialog === 'bring-back' && <BringBackDialog />}
      {!isImporting && dialog === 'steps' && <StepsDialog />}
      {!isImporting && dialog === 'tag-all' && <TagAllDialog />}
      {!isImporting && dialog === 'bulk' && <BulkDialog />}
      {longStep && <LongStepDialog step={longStep} />}
      <DropOverlay />
    </div>
  )
}
