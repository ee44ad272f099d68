import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { noRecord } from '../../data/record/query'
import type { State } from './state'

const atFirst: State = {
  start: null,
  preferences: null,
  project: null,
  mode: 'read',
  open: null,
  opening: null,
  history: { undo: null, redo: null },
  past: null,
  trail: null,
  mySteps: null,
  ahead: [],
  pending: 0,
  longStep: null,
  drafting: false,
  selected: null,
  sticky: null,
  reshaping: null,
  pointedAt: null,
  hiddenLabels: new Set(),
  alongside: null,
  notice: null,
  dialog: null,
  importing: null,
  backups: null,
  record: noRecord,
  libraryShown: true,
  inspectorShown: true,
  tagHistoryShown: false,
  drawer: null,
  libraryWidth: null,
  inspectorWidth: null,
}

export const store = createStore<State>()(() => atFirst)

/** A part of what the window shows; the component draws again when that part changes. */
export const useShown = <T>(part: (state: State) => T): T => useStore(store, part)
