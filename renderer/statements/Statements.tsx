import { useEffect } from 'react'
import { leave } from './flow'
import { StatementPalette } from './StatementPalette'
import { TagHints } from './TagHints'

/** What lies over the text of one article to be chosen from. It goes away with the article. */
export function Statements() {
  useEffect(() => () => leave(true), [])
  return (
    <>
      <TagHints />
      <StatementPalette />
    </>
  )
}
