import { useEffect } from 'react'
import type { AgreementFigures } from '../../../data/review/agreement'
import { useShown } from '../../state/store'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { counted } from '../../ui/words'
import { LeftOut } from '../blind/LeftOut'
import { ReviewBarEnd, ReviewMain } from '../slots'
import { TabHead } from '../TabHead'
import { AllFigures, ChosenLayer } from './AllFigures'
import { chooseCompared, everybody, useCompared } from './compared-state'
import { ComparedDialogOver } from './ComparedDialog'
import { useComputed } from './computing'
import { exportFigures } from './export-figures'
import { shareInFigures } from './in-figures'
import { NotTwo } from './NotTwo'
import { listed, together } from './people-names'
import { agreement } from './ports'
import { NotYet, Standing } from './Standing'
import { useAgreementNames, type AgreementNames } from './use-agreement-names'
import styles from './AgreementTab.module.css'

/** How far people's tags agree: in layers that answer different questions, and never in one number. */
export function AgreementTab() {
  useEffect(() => agreement.keepUp(), [])
  const project = useShown((state) => state.project)
  const chosen = useCompared((state) => state.chosen)
  const answer = useComputed(agreement, (state) => state.answer)
  const names = useAgreementNames(answer?.query ?? null)
  if (!project) return null
  const people = (chosen ?? everybody(project)).annotators.length
  return (
    <>
      {answer && names ? (
        <>
          <ReviewBarEnd>
            <Button look="bare" onClick={() => void exportFigures(answer.query)}>
              <Icon name="out" />
              Figures as CSV…
            </Button>
          </ReviewBarEnd>
          <ReviewMain>
            <div className={styles['tab']}>
              <Head answer={answer} names={names} />
              <LeftOut />
              <Standing of={agreement} />
              <AllFigures answer={answer} names={names} />
            </div>
          </ReviewMain>
          <ChosenLayer answer={answer} names={names} />
        </>
      ) : (
        <ReviewMain>
          {people < 2 ? (
            <NotTwo people={people} why="Agreement compares what two people made of the same articles." />
          ) : (
            <NotYet of={agreement} />
          )}
        </ReviewMain>
      )}
      <ComparedDialogOver />
    </>
  )
}

interface HeadProps {
  readonly answer: AgreementFigures
  readonly names: AgreementNames
}

/** Who is compared, and how much of theirs. */
function Head({ answer, names }: HeadProps) {
  const tags = answer.shares.reduce((sum, share) => sum + share.tags, 0)
  const { labels, threshold } = answer.query
  const overlap =
    threshold === 0 ? 'matched from any overlap on' : `matched from ${shareInFigures(threshold)} overlap on`
  const only = labels === null ? [] : [listed(labels.map((id) => names.value('label', id)))]
  return (
    <TabHead
      title={together(names.full)}
      full={listed(names.full)}
      beside={[counted(answer.articles, 'article'), counted(tags, 'tag'), ...only, overlap].join(', ')}
    >
      <Button onClick={() => chooseCompared(true)}>Change what is compared…</Button>
    </TabHead>
  )
}
