import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { repository } from './desk'
import { HostileParley, type HostileWishes } from './hostile/hostile-parley'
import { Loopback } from './loopback'

/**
 * What becomes of everything that `hostile/attack.js` tries when the app itself serves it: what got through, and how many
 * came to the server.
 */
async function attacked(wishes: HostileWishes = {}) {
  const server = await Loopback.open()
  const source = readFileSync(join(repository, 'e2e/hostile/attack.js'), 'utf8')
  const parley = await HostileParley.start({ ...wishes, script: source.replaceAll('TARGET', server.host) })
  try {
    const outcomes = await parley.page.evaluate(
      () => (window as unknown as { outcomes: Promise<Readonly<Record<string, string>>> }).outcomes,
    )
    await server.visit()
    const tried = Object.keys(outcomes)
    return {
      tried,
      through: tried.filter((name) => outcomes[name] !== 'refused'),
      visits: server.visits - 1,
    }
  } finally {
    await parley.end()
    await server.close()
  }
}

/** In the built main process: requests are let through, and calls find a way. */
const requestsOpen = { 'cancel: !mayLoad(url, served)': 'cancel: false' } as const
const callsOpen = { 'socks5://127.0.0.1:9': 'direct://' } as const

test('a script that has got into the page runs no text, loads nothing and gets nowhere', async () => {
  const { tried, through, visits } = await attacked()
  expect(tried.length).toBeGreaterThan(40)
  expect(through).toEqual([])
  expect(visits).toBe(0)
})

test('the policy alone keeps every request in', async () => {
  const { through, visits } = await attacked({ changes: requestsOpen })
  expect(through).toEqual([])
  expect(visits).toBe(0)
})

test('without the policy, the refusal of requests alone keeps the page from the network', async () => {
  const { through, visits } = await attacked({ withoutPolicy: true })
  expect(through).toContain('eval')
  expect(visits).toBe(0)
})

test('with all of that gone the attacks get through, so that what the others refuse is real', async () => {
  const { through, visits } = await attacked({
    withoutPolicy: true,
    changes: { ...requestsOpen, ...callsOpen },
  })
  expect(through).toEqual(
    expect.arrayContaining([
      'eval',
      'new Function',
      'timer with text',
      'inline handler',
      'inline script',
      'script from data',
      'script from a blob',
      'insertAdjacentHTML',
      'parsed markup',
      'link to a script',
      'location to a script',
      'compiled code',
      'inline style',
      'style attribute',
      'base',
      'frame with a script',
      'document.write',
    ]),
  )
  expect(visits).toBeGreaterThan(10)
})

test('with only the dead proxy gone, a call finds its way to a relay, so that it is needed', async () => {
  const { through, visits } = await attacked({ changes: callsOpen })
  expect(through).toEqual([])
  expect(visits).toBeGreaterThan(0)
})
