import type { Registry } from '../../data/model/registry'
import { useKeys } from '../commands/commands-now'
import { showMode } from '../state/actions'
import { Button } from '../ui/Button'
import type { Tab } from './narrowing'
import { openRegistryDialog } from './registry-state'
import styles from './Welcome.module.css'

/** What stands beside the list while nothing is chosen: what to do next. */
export function Welcome({ registry, tab }: { readonly registry: Registry; readonly tab: Tab }) {
  const keys = useKeys('registry.new')
  const isEmpty =
    tab === 'actors'
      ? registry.actors.length === 0
      : registry.issues.length === 0 && registry.positions.length === 0
  if (!isEmpty)
    return (
      <div className={styles['welcome']}>
        <p>
          {tab === 'actors'
            ? 'Choose an actor to see what it was called, what it holds and with which words.'
            : 'Choose an issue or a position to see who holds what, and with which words.'}
        </p>
      </div>
    )
  return (
    <div className={styles['welcome']}>
      <h2>{tab === 'actors' ? 'No actors yet' : 'No issues or positions yet'}</h2>
      <p>
        {tab === 'actors'
          ? 'An actor is one person, government or organisation, whatever it is called in each article. Tag a name while reading and say who it is, or add one here.'
          : 'An issue is a question in dispute, and a position is an answer to it. Tag a position while reading and say which it is, or add the question here.'}
      </p>
      <div className={styles['buttons']}>
        <Button
          look="first"
          keys={keys}
          onClick={() =>
            openRegistryDialog({ is: 'new', what: tab === 'actors' ? 'actor' : 'issue', issue: null })
          }
        >
          {tab === 'actors' ? 'New actor…' : 'New issue…'}
        </Button>
        <Button onClick={() => showMode('read')}>Read the articles</Button>
      </div>
    </div>
  )
}
