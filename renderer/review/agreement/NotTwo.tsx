import { showMode } from '../../state/panes'
import { Button } from '../../ui/Button'
import { ReviewEmpty } from '../slots'
import { chooseCompared, useCompared } from './compared-state'

/** There is nothing to compare: one annotator, or none. */
export function NotTwo({ people }: { readonly people: number }) {
  const hasChosen = useCompared(({ chosen }) => chosen !== null)
  return (
    <ReviewEmpty>
      <p>
        {people === 0
          ? 'Nobody has tagged anything yet. Agreement compares what two people made of the same articles.'
          : 'Only one person has tags here. Agreement compares what two people made of the same articles: their tags appear when they work in the same project folder, or when you bring in their set from a file.'}
      </p>
      {hasChosen ? (
        <Button onClick={() => chooseCompared(true)}>Change what is compared…</Button>
      ) : (
        <Button onClick={() => showMode('read')}>Read an article</Button>
      )}
    </ReviewEmpty>
  )
}
