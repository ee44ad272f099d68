import { leftOutInWords } from '../blind/blind'
import { useShown } from '../../state/store'
import { showMode } from '../../state/panes'
import { Button } from '../../ui/Button'
import { ReviewEmpty } from '../slots'
import { chooseCompared, useCompared } from './compared-state'

interface Props {
  /** Who has tags. */
  readonly people: number
  /** A sentence: what it takes two for. */
  readonly why: string
}

/** There is nothing to compare: one annotator, or none. */
export function NotTwo({ people, why }: Props) {
  const leftOut = useShown(({ project }) => leftOutInWords(project))
  const hasChosen = useCompared(({ chosen }) => chosen !== null)
  return (
    <ReviewEmpty>
      <p>
        {leftOut !== null
          ? `${leftOut} ${why}`
          : people === 0
            ? `Nobody has tagged anything yet. ${why}`
            : `Only one person has tags here. ${why} Others’ tags appear when they work in the same project folder, or when you bring in their set from a file.`}
      </p>
      {hasChosen ? (
        <Button onClick={() => chooseCompared(true)}>Change what is compared…</Button>
      ) : (
        <Button onClick={() => showMode('read')}>Read an article</Button>
      )}
    </ReviewEmpty>
  )
}
