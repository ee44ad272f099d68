import { useMemo } from 'react'
import type { StatementsLayout } from '../../electron/ipc/preferences'
import { prefer } from '../state/preferences'
import { store, useShown } from '../state/store'
import { completed, type Layout } from './columns'

const none: StatementsLayout['columns'] = []

/** All columns of the table as the user has them. */
export function useLayout(): Layout {
  const kept = useShown(({ preferences }) => preferences?.statements.columns) ?? none
  return useMemo(() => completed(kept), [kept])
}

const prefers = (parts: Partial<StatementsLayout>): void => {
  const now = store.getState().preferences?.statements
  if (now) prefer({ statements: { ...now, ...parts } })
}

export const layoutNow = (): Layout => completed(store.getState().preferences?.statements.columns ?? none)
export const setLayout = (layout: Layout): void => prefers({ columns: [...layout] })

export const usePreview = (): boolean =>
  useShown(({ preferences }) => preferences?.statements.preview) ?? true
export const togglePreview = (): void =>
  prefers({ preview: !store.getState().preferences?.statements.preview })
