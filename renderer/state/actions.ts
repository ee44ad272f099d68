/**
 * What can be done from the window. Each asks the main process and shows what it answered, or says how the
 * window shows what it has; nothing else sets the state.
 */
export { deleteSelected, deleteTag } from './deleting'
export { bringBack } from './bringing-back'
export { begin } from './events'
export { cancelImport, chooseArticles, correctImport, finishImport } from './imports'
export { importDropped, importText, stopReading } from './imports'
export {
  isReshaping,
  pointAt,
  reshape,
  select,
  showAlongside,
  stick,
  toggleLabel,
  toggleTagHistory,
} from './looking'
export { find, focusNote, inField, isDialogOpen } from './focus'
export { stopStep } from './long-step'
export { readMySteps } from './my-steps'
export { dismissNotice, letNoticeGo, say, show } from './notices'
export { isRefusedInPast, leavePast, showPast } from './past'
export { closeDialog, closeDrawer, openDialog, resize, setTheme } from './panes'
export { showInspector, showLibrary, showMode, toggleInspector, toggleLibrary } from './panes'
export { prefer } from './preferences'
export { exportSet, importSets, newProject, openProject, openRecent, openSample, rename } from './projects'
export { dwellOn, openArticle } from './reading'
export { showTag } from './show-tag'
export { showStatements } from './record-view'
export { carryOut, draft, redo, undo, walk } from './steps'
export { readTrail } from './trail'
