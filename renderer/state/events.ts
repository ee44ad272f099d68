import type { MenuCommand, WindowEvent } from '../../electron/ipc/contract'
import { afterEvent } from './import-view'
import { leave } from './leaving'
import { show } from './notices'
import { merged } from './article-list'
import { takeStart } from './projects'
import { readAgain } from './reading'
import { takeFinding } from './searching'
import { store } from './store'
import { workbench } from './workbench'

/** Asks what there is to show, and listens from then on. `chosen` carries out what was chosen in the menu. */
export async function begin(chosen: (command: MenuCommand) => void): Promise<void> {
  workbench.listen((event) => (event.is === 'menu' ? chosen(event.command) : take(event)))
  takeStart(await workbench.start())
}

function take(event: Exclude<WindowEvent, { is: 'menu' }>): void {
  const { project, importing } = store.getState()
  switch (event.is) {
    case 'opened':
      return takeStart(event.start)
    case 'leaving':
      return void leave()
    case 'saving':
      return store.setState({ project: project && { ...project, saving: event.saving } })
    case 'articles':
      return store.setState({
        project: project && {
          ...project,
          articles: merged(project.articles, event.articles, event.gone),
        },
      })
    case 'sets':
      store.setState({
        project: project && { ...project, people: event.people },
      })
      return void readAgain()
    case 'registries':
      return store.setState({
        project: project && {
          ...project,
          registry: event.registry,
          codebook: event.codebook,
          review: event.review,
        },
      })
    case 'looking':
      return store.setState({ project: project && { ...project, looking: event.looking } })
    case 'troubles':
      return store.setState({ project: project && { ...project, troubles: event.troubles } })
    case 'importing':
      return store.setState({ importing: afterEvent(importing, event.event) })
    case 'backups':
      return store.setState({ backups: event.view })
    case 'occurrences':
      return takeFinding(event.search, event.finding)
    case 'record':
      return store.setState({ record: event.state })
    case 'step':
      return store.setState({ longStep: event.step })
    case 'problem':
      return show(event.problem)
  }
}
