import { beforeEach, expect, it, vi } from 'vitest'
import { ok } from '../../data/model/result'
import { packList } from '../../data/store/packed-list'
import type { PackedStart } from '../../electron/ipc/contract'
import type { ExportRequest } from '../../electron/ipc/export'

const exportSet = vi.fn()
vi.stubGlobal('window', { workbench: { exportSet } })
vi.stubGlobal('requestAnimationFrame', () => 0)
vi.stubGlobal('localStorage', { getItem: () => null })
const { exportSet: writeSet, takeStart } = await import('./projects')
const { store } = await import('./store')

const startWith = (id: string, folder: string): PackedStart =>
  ({
    project: { project: { id, name: folder }, people: [], articles: packList([]), me: { id: 'ada' } },
    problem: null,
  }) as unknown as PackedStart

beforeEach(() => takeStart(startWith('harbours', 'Harbours')))

it('lets go of a project when a copy of it is opened, which has its id', () => {
  const shown: (string | undefined)[] = []
  const end = store.subscribe(({ project }) => shown.push(project?.project.name))
  takeStart(startWith('harbours', 'Harbours, given back'))
  end()
  expect(shown).toEqual([undefined, 'Harbours, given back'])
})

it('closes the dialog of export when the file is there, and none that another project has open by then', async () => {
  const request = {} as ExportRequest
  const written = ok({ file: 'tags.json', tags: 2 })
  exportSet.mockResolvedValueOnce(written)
  store.setState({ dialog: 'export' })
  await writeSet(request)
  expect(store.getState()).toMatchObject({ dialog: null, notice: { text: 'Exported 2 tags to tags.json.' } })

  let answer = (_: typeof written) => {}
  exportSet.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)))
  const writing = writeSet(request)
  takeStart(startWith('quotas', 'Quotas'))
  store.setState({ dialog: 'keys' })
  answer(written)
  await writing
  expect(store.getState().dialog).toBe('keys')
})
