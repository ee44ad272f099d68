import { expect, it } from 'vitest'
import { RememberedPlaces } from './remembered-places'

/** A storage of our own, and the places in it. */
function kept(text: string | null = null) {
  const storage = {
    text,
    getItem: () => storage.text,
    setItem: (_: string, value: string) => void (storage.text = value),
  }
  return { storage, places: new RememberedPlaces(storage) }
}

const middle = { offset: 812, below: 7 }

it('finds the place of an article in its project only', () => {
  const { places } = kept()
  places.remember('talks', 'a', middle)
  expect(places.find('talks', 'a')).toEqual(middle)
  expect(places.find('talks', 'b')).toBeNull()
  expect(places.find('terms', 'a')).toBeNull()
})

it('has the last of several places, and none once one is at the top again', () => {
  const { places } = kept()
  places.remember('talks', 'a', { offset: 3, below: 0 })
  places.remember('talks', 'a', middle)
  expect(places.find('talks', 'a')).toEqual(middle)
  places.remember('talks', 'a', null)
  expect(places.find('talks', 'a')).toBeNull()
})

it('forgets what was read longest ago', () => {
  const { places } = kept()
  for (let i = 0; i < 400; i++) places.remember('talks', `a${i}`, middle)
  places.remember('talks', 'a0', middle)
  places.remember('talks', 'one more', middle)
  expect(places.find('talks', 'a0')).toEqual(middle)
  expect(places.find('talks', 'a1')).toBeNull()
  expect(places.find('talks', 'a2')).toEqual(middle)
})

it.each(['', '{', 'null', '[["talks","a",-1,0]]', '[["talks","a"]]', '{"talks":{}}'])(
  'takes %j for nothing kept',
  (text) => {
    const { places } = kept(text)
    expect(places.find('talks', 'a')).toBeNull()
    places.remember('talks', 'a', middle)
    expect(places.find('talks', 'a')).toEqual(middle)
  },
)
