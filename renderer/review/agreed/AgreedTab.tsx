import { useState } from 'react'
import { explain } from '../../../data/model/explain'
import type { AgreedOverview } from '../../../data/review/agreed-overview'
import { openDialog, showMode } from '../../state/actions'
import { useShown } from '../../state/store'
import { workbench } from '../../state/workbench'
import { Button } from '../../ui/Button'
import { Select } from '../../ui/Select'
import { counted } from '../../ui/words'
import { exportAgreed } from '../../exporting/export-agreed'
import { hiddenArticles } from '../blind/blind'
import { StillReading, Working } from '../Working'
import { ReviewBarEnd, ReviewEmpty, ReviewMain } from '../slots'
import { showAgreed } from './agreed-now'
import { LookAt } from './LookAt'
import { Provenances } from './Provenances'
import { RuleChoice } from './RuleChoice'
import { useOverview, type Known, type Scope } from './use-overview'
import { WaitingArticles } from './WaitingArticles'
import { Counts, Nothing } from './WhatIsIn'
import styles from './Agreed.module.css'

/** What sets and decisions come to: by which rule, what is in it and by what, what is open, and what is for another look. */
export function AgreedTab() {
  const isOpen = useShown(({ open }) => open !== null)
  const [chosen, setScope] = useState<Scope>('article')
  const scope = isOpen ? chosen : 'all'
  const { known, again } = useOverview(scope)
  const hidden = useShown(({ open, project }) =>
    scope === 'article' ? (open?.hidden === undefined ? 0 : 1) : hiddenArticles(project),
  )
  return (
    <>
      <ReviewBarEnd>
        <Select
          label="Agreed set of"
          quiet
          value={scope}
          options={[
            ...(isOpen ? [{ value: 'article', name: 'The open article' }] : []),
            { value: 'all', name: 'All articles' },
          ]}
          onChange={(value) => setScope(value === 'all' ? 'all' : 'article')}
        />
        <Button
          unless={scope === 'all' && 'Open an article to see its agreed set in the reader.'}
          onClick={() => {
            showAgreed()
            showMode('read')
          }}
        >
          Show in the reader
        </Button>
        <Button
          onClick={() => {
            exportAgreed(scope === 'all')
            openDialog('export')
          }}
        >
          Export…
        </Button>
      </ReviewBarEnd>
      <ReviewMain>
        <div className={styles['tab']}>
          <RuleChoice />
          {hidden > 0 && (
            <p className={styles['hidden']}>
              {scope === 'article'
                ? 'Others’ tags on this article are hidden until you are done with it, so there is no agreed set to show.'
                : `${counted(hidden, 'article')} that you are not done with ${hidden === 1 ? 'is' : 'are'} left out: others’ tags there are hidden.`}
            </p>
          )}
          {scope === 'all' && <StillReading />}
          {(scope === 'all' || hidden === 0) && <Content known={known} scope={scope} again={again} />}
        </div>
      </ReviewMain>
    </>
  )
}

function Content({ known, scope, again }: { known: Known; scope: Scope; again: () => void }) {
  if (known.is === 'failed')
    return (
      <ReviewEmpty below>
        <p role="alert">{explain(known.problem)}</p>
        <Button onClick={again}>Try again</Button>
      </ReviewEmpty>
    )
  if (known.is === 'stopped')
    return (
      <ReviewEmpty below>
        <p>Deriving the agreed set was stopped.</p>
        <Button onClick={again}>Derive it</Button>
      </ReviewEmpty>
    )
  if (known.is === 'deriving')
    return scope === 'all' ? (
      <Working
        doing="Deriving the agreed set of"
        atFirst="Deriving the agreed set"
        onCancel={() => void workbench.stopReview()}
      />
    ) : null
  const { overview } = known
  if (overview.articles === 0)
    return (
      <ReviewEmpty below>
        <p>
          Nobody has tagged {scope === 'article' ? 'this article' : 'an article'} yet. The agreed set is made
          of people’s tags and of what reviewers decide on them.
        </p>
        <Button onClick={() => showMode('read')}>Read {scope === 'article' ? 'it' : 'an article'}</Button>
      </ReviewEmpty>
    )
  if (isEmpty(overview))
    return (
      <>
        <Nothing overview={overview} scope={scope} />
        {scope === 'all' && <WaitingArticles overview={overview} />}
      </>
    )
  return (
    <>
      <Counts overview={overview} scope={scope} />
      <LookAt overview={overview} />
      {scope === 'all' ? <WaitingArticles overview={overview} /> : <Provenances />}
    </>
  )
}

const isEmpty = ({ tags, links, lookAt }: AgreedOverview): boolean =>
  tags === 0 && links === 0 && lookAt.length === 0
