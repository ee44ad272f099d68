import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { explain } from '../../model/explain'
import { driver } from './testing/driver/driven'
import { smallDisks } from './testing/small-disk'
import { temporaryFolder } from './testing/temporary-folder'

const start = driver()

/** The project on one small disk and the application's own folder on another, with one tag that is “Saved”. */
async function onSmallDisks() {
  const folder = await temporaryFolder()
  const [project, home] = [join(folder, 'project'), join(folder, 'home')]
  const disks = smallDisks([project, home])
  const program = start(disks.command)
  const open = () => program.tell({ do: 'open', project: join(project, 'talks'), home: join(home, 'parley') })
  expect(await open()).toMatchObject({ ok: true })
  expect(await program.tell({ do: 'tag' })).toMatchObject({ ok: true })
  const saved = () => program.tell({ do: 'wait', state: 'saved', atMost: 9_000 })
  expect((await saved()).saving).toEqual({ state: 'saved' })
  return { disks, program, project, home, open, saved }
}

const full = /the disk is full|the file would be too large for the disk/

describe('a disk that is really full', () => {
  it('under the project keeps the work on this computer, and saves it by itself once there is room', async () => {
    const { disks, program, project, open, saved } = await onSmallDisks()
    await disks.fill(program, project)
    const tried = []
    for (let n = 0; n < 5; n++) tried.push(await program.tell({ do: 'tag' }))
    const { saving } = await program.tell({ do: 'wait', state: 'kept', atMost: 5_000 })
    expect(saving.state).toBe(disks.areApart ? 'kept' : 'saved')
    if (saving.state === 'kept') expect(explain(saving.problem)).toMatch(full)
    const acknowledged = 1 + tried.filter(({ ok }) => ok).length
    expect(acknowledged).toBe(disks.areApart ? 6 : 1)
    expect(await program.tell({ do: 'count' })).toMatchObject({ tags: 1 })

    await disks.free(program, project)
    expect((await saved()).saving).toEqual({ state: 'saved' })
    expect(await program.tell({ do: 'count' })).toMatchObject({ tags: acknowledged })
    await program.tell({ do: 'close' })
    expect(await open()).toMatchObject({ ok: true, tags: acknowledged, troubles: [] })
  })

  it('under the application’s own folder lets the project take the work at once', async () => {
    const { disks, program, home, open, saved } = await onSmallDisks()
    await disks.fill(program, home)
    const tried = []
    for (let n = 0; n < 5; n++) tried.push(await program.tell({ do: 'tag' }))
    const acknowledged = 1 + tried.filter(({ ok }) => ok).length
    expect(acknowledged).toBe(disks.areApart ? 6 : 1)
    expect(await program.tell({ do: 'count' })).toMatchObject({ tags: acknowledged })

    // The project has everything, and that is what is said.
    expect((await program.tell({ do: 'wait', state: 'saved', atMost: 3_000 })).saving).toEqual({
      state: 'saved',
    })

    await disks.free(program, home)
    expect((await saved()).saving).toEqual({ state: 'saved' })
    await program.tell({ do: 'close' })
    expect(await open()).toMatchObject({ ok: true, tags: acknowledged, troubles: [] })
  })

  it('under both refuses a change instead of promising it, and leaves what was safe', async () => {
    const { disks, program, project, home, open, saved } = await onSmallDisks()
    await disks.fill(program, project)
    if (disks.areApart) await disks.fill(program, home)
    // What a file has of its last block can still be written.
    let acknowledged = 1
    let refused = await program.tell({ do: 'tag' })
    for (; refused.ok && acknowledged < 50; acknowledged++) refused = await program.tell({ do: 'tag' })
    expect(refused).toMatchObject({ ok: false, problem: { kind: 'not-saved' } })
    expect(explain(refused.problem!)).toMatch(full)
    expect(await program.tell({ do: 'look' })).toMatchObject({ tags: acknowledged })

    await disks.free(program, project)
    if (disks.areApart) await disks.free(program, home)
    expect(await program.tell({ do: 'tag' })).toMatchObject({ ok: true })
    expect((await saved()).saving).toEqual({ state: 'saved' })
    expect(await program.tell({ do: 'count' })).toMatchObject({ tags: acknowledged + 1 })
    await program.tell({ do: 'close' })
    expect(await open()).toMatchObject({ ok: true, tags: acknowledged + 1, troubles: [] })
  })
})
