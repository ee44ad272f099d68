import { expect, it } from 'vitest'
import { beside } from '../testing/talks'

it('x', async () => {
  const { parley } = await beside()
  const r = await parley('agreement', '--project', 'valley', '--json')
  console.log(r.code, r.err, r.out.slice(0, 6000))
  const t = await parley('agreement', '--project', 'valley')
  console.log(t.code, t.err, t.out.slice(0, 6000))
})
