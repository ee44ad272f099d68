import { useMemo, useState } from 'react'
import { explain } from '../../../data/model/explain'
import { labelShown } from '../../../data/model/labels-in-force'
import { decisionActions, usualReview, type AgreedRule } from '../../../data/model/review-records'
import { actionInWords, ruleInWords } from '../../../data/review/decision-words'
import type { AgreedOverview, ToLookAt } from '../../../data/review/agreed-overview'
import { carryOut, openDialog, showMode } from '../../state/actions'
import { showTag } from '../../state/show-tag'
import { useShown } from '../../state/store'
import { workbench } from '../../state/workbench'
import { Button } from '../../ui/Button'
import { LabelChip } from '../../ui/LabelChip'
import { Select } from '../../ui/Select'
import { counted } from '../../ui/words'
import { useScenery } from '../../inspector/use-scenery'
import { exportAgreed } from '../../exporting/export-agreed'
import { useNameOf } from '../decided/DecisionCard'
import { showDifferences } from '../review-ui'
import { StillReading, Working } from '../Working'
import { ReviewBarEnd, ReviewEmpty, ReviewMain } from '../slots'
import { showAgreed } from './agreed-now'
import { Provenances } from './Provenances'
import { useOverview, type Known, type Scope } from './use-overview'
import styles from './Agreed.module.css'

/** What sets and decisions come to: by which rule, what is in it and by what, what is open, and what is for another look. */
export function AgreedTab() {
  const isOpen = useShown(({ open }) => open !== null)
  const [chosen, setScope] = useState<Scope>('article')
  const scope = isOpen ? chosen : 'all'
  const { known, again } = useOverview(scope)
  const hidden = useShown(({ open, project }) =>
    scope === 'article'
      ? open?.hidden === undefined
        ? 0
        : 1
      : project?.review.blind
        ? project.articles.filter(({ done }) => !done.includes(project.me.id)).length
        : 0,
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
          <Rule />
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

/** The rule by which what nobody has decided on comes in; it is the project’s. */
function Rule() {
  const rule = useShown(({ project }) => project?.review.rule) ?? usualReview.rule
  const set = (next: AgreedRule) => void carryOut({ do: 'set-review', rule: next })
  const share = rule.is === 'majority' ? Math.round(100 * rule.share) : 60
  const choices: readonly (readonly [AgreedRule, string])[] = [
    [{ is: 'decided' }, 'Only what reviewers decided'],
    [{ is: 'unanimous' }, 'And what all have alike'],
    [{ is: 'majority', share: share / 100 }, 'And what a majority has alike'],
  ]
  return (
    <fieldset className={styles['rule']}>
      <legend>What is in the agreed set</legend>
      <div className={styles['choices']}>
        {choices.map(([choice, name]) => (
          <label key={choice.is} className={styles['choice']}>
            <input type="radio" name="rule" checked={rule.is === choice.is} onChange={() => set(choice)} />
            {name}
          </label>
        ))}
        {rule.is === 'majority' && (
          <Select
            label="Share of those who tagged the article"
            value={String(share)}
            options={sharesWith(share).map((each) => ({ value: String(each), name: `at least ${each} %` }))}
            onChange={(value) => set({ is: 'majority', share: Number(value) / 100 })}
          />
        )}
      </div>
      <p className={styles['quiet']}>{ruleInWords(rule)} The rule holds for everybody in this project.</p>
    </fieldset>
  )
}

const sharesWith = (share: number): number[] =>
  [...new Set([50, 60, 67, 75, 80, 90, share])].toSorted((a, b) => a - b)

function Content({ known, scope, again }: { known: Known; scope: Scope; again: () => void }) {
  if (known.is === 'failed')
    return (
      <ReviewEmpty>
        <p role="alert">{explain(known.problem)}</p>
        <Button onClick={again}>Try again</Button>
      </ReviewEmpty>
    )
  if (known.is === 'stopped')
    return (
      <ReviewEmpty>
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
      <ReviewEmpty>
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
        {scope === 'all' && <Waiting overview={overview} />}
      </>
    )
  return (
    <>
      <Counts overview={overview} scope={scope} />
      <LookAt overview={overview} />
      {scope === 'all' ? <Waiting overview={overview} /> : <Provenances />}
    </>
  )
}

const isEmpty = ({ tags, links, lookAt }: AgreedOverview): boolean =>
  tags === 0 && links === 0 && lookAt.length === 0

/** Nothing is in it yet: why, and what would bring something in. */
function Nothing({ overview: { waiting, waitingOn }, scope }: { overview: AgreedOverview; scope: Scope }) {
  const rule = useShown(({ project }) => project?.review.rule) ?? usualReview.rule
  const decide = useDecideOnOpen(scope)
  const where = scope === 'article' ? 'this article' : 'these articles'
  return (
    <section aria-label="What is in it" className={styles['counts']}>
      <p className={styles['sum']}>Nothing is in the agreed set yet</p>
      <p className={styles['why']}>
        {waiting === 0
          ? `Nothing on ${where} is open, and nothing was accepted.`
          : rule.is === 'decided'
            ? `${counted(waiting, 'tag')} on ${where} ${waiting === 1 ? 'waits' : 'wait'} for a decision, those on the same words counted once. Decide on them, or choose above to take in what people have alike.`
            : `No tag on ${where} is alike in so many sets, and nobody has decided on ${waiting === 1 ? 'the one' : `the ${waiting.toLocaleString('en-GB')}`} that ${waiting === 1 ? 'is' : 'are'} open.`}
      </p>
      {waiting > 0 && (
        <p>
          <Button onClick={decide}>
            Decide on {scope === 'article' || waitingOn.length === 1 ? 'them' : 'them, article by article'}
          </Button>
        </p>
      )}
    </section>
  )
}

/** Goes to what is open and would be in the agreed set. */
function useDecideOnOpen(scope: Scope): () => void {
  const open = useShown((state) => state.open?.article.id)
  const articles = scope === 'all' || open === undefined ? ('all' as const) : [open]
  return () => showDifferences({ articles, standings: ['open'], title: 'Open in the agreed set' })
}

function Counts({ overview, scope }: { overview: AgreedOverview; scope: Scope }) {
  const { tags, links, by, decided, waiting, articles } = overview
  const decide = useDecideOnOpen(scope)
  const rows: readonly (readonly [string, number, string])[] = [
    ['By a decision', by.decided, decidedInWords(decided)],
    ...(by.unanimous > 0 ? [['Alike in all sets', by.unanimous, ''] as const] : []),
    ...(by.majority > 0 ? [['Alike in a majority', by.majority, ''] as const] : []),
  ]
  return (
    <section aria-label="What is in it" className={styles['counts']}>
      <p className={styles['sum']}>
        {counted(tags, 'tag')} and {counted(links, 'link')}
        {scope === 'all' && ` in ${counted(articles, 'article')}`}
      </p>
      <table className={styles['table']}>
        <tbody>
          {rows.map(([name, count, more]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className={styles['number']}>{count.toLocaleString('en-GB')}</td>
              <td className={styles['quiet']}>{more}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">Still open</th>
            <td className={styles['number']}>{waiting.toLocaleString('en-GB')}</td>
            <td>
              {waiting > 0 && (
                <Button look="bare" onClick={decide}>
                  Decide on them
                </Button>
              )}
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  )
}

const decidedInWords = (decided: AgreedOverview['decided']): string =>
  decisionActions
    .flatMap((action) => {
      const count = decided[action] ?? 0
      return count > 0 ? `${count.toLocaleString('en-GB')} ${actionInWords(action)}` : []
    })
    .join(', ')

function LookAt({ overview }: { overview: AgreedOverview }) {
  const { lookAt, more } = overview
  const changed = lookAt.filter(({ is }) => is !== 'clash')
  const clashes = lookAt.filter(({ is }) => is === 'clash')
  if (lookAt.length === 0)
    return (
      <p className={styles['quiet']}>
        Nothing was changed after it was decided on, and no two reviewers say different things of one tag.
      </p>
    )
  return (
    <>
      <Rows title="For another look" about="Changed, or gone, after it was decided on." rows={changed} />
      <Rows title="Reviewers disagree" about="The latest decision counts." rows={clashes} />
      {more > 0 && <p className={styles['quiet']}>{counted(more, 'other')} not listed.</p>}
    </>
  )
}

function Rows(props: { readonly title: string; readonly about: string; readonly rows: readonly ToLookAt[] }) {
  const { title, about, rows } = props
  if (rows.length === 0) return null
  return (
    <section className={styles['list']} aria-label={title}>
      <h2 className={styles['head']}>
        {title} <span className={styles['number']}>{rows.length}</span>
      </h2>
      <p className={styles['quiet']}>{about}</p>
      <ul>
        {rows.map((row) => (
          <li key={`${row.article} ${row.on.annotator} ${row.on.id}`}>
            <LookAtRow row={row} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function LookAtRow({ row }: { readonly row: ToLookAt }) {
  const { codebook } = useScenery()
  const nameOf = useNameOf()
  const title = useShown(
    ({ project }) => project?.articles.find(({ summary }) => summary.id === row.article)?.summary.title,
  )
  const { tag } = row
  const said = row.by
    .map(({ annotator, action }) => `${nameOf(annotator)} ${actionInWords(action)} it`)
    .join('; ')
  const words = (
    <>
      {row.label !== null && <LabelChip label={labelShown(codebook, row.label)} named />}
      <span className={styles['words']}>
        <span className={styles['quote']} dir="auto">
          {row.quote || 'A tag that is gone'}
        </span>
        <span className={styles['quiet']}>
          {nameOf(row.on.annotator)}’s,{' '}
          {row.is === 'gone' ? 'gone since' : row.is === 'changed' ? 'changed since' : 'clash'}: {said}.{' '}
          {title}
        </span>
      </span>
    </>
  )
  return tag === null ? (
    <div className={styles['row']}>{words}</div>
  ) : (
    <button type="button" className={styles['row']} onClick={() => void showTag(row.article, tag)}>
      {words}
    </button>
  )
}

/** Articles that are listed at first. */
const FIRST = 12

/** The articles with most that nobody has decided on; each opens its differences. */
function Waiting({ overview }: { overview: AgreedOverview }) {
  const articles = useShown(({ project }) => project?.articles)
  const titles = useMemo(
    () => new Map(articles?.map(({ summary }) => [summary.id, summary.title])),
    [articles],
  )
  const [isWhole, setWhole] = useState(false)
  const { waitingOn } = overview
  if (waitingOn.length === 0) return null
  return (
    <section className={styles['list']} aria-label="Still open, by article">
      <h2 className={styles['head']}>Still open, by article</h2>
      <ul>
        {(isWhole ? waitingOn : waitingOn.slice(0, FIRST)).map(({ article, waiting }) => (
          <li key={article}>
            <button
              type="button"
              className={styles['row']}
              onClick={() => showDifferences({ articles: [article], standings: ['open'] })}
            >
              <span className={styles['number']}>{waiting.toLocaleString('en-GB')}</span>
              <span className={styles['quote']} dir="auto">
                {titles.get(article) ?? article}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {!isWhole && waitingOn.length > FIRST && (
        <p>
          <Button look="bare" onClick={() => setWhole(true)}>
            Show {waitingOn.length - FIRST} more
          </Button>
        </p>
      )}
    </section>
  )
}
