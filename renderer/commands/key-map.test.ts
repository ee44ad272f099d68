import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clashesOf, commandFor, keysInForce, makeKeyMap, type KeyChoices, type Place } from './key-map'
import type { WindowCommand } from './window-command'

const asDelivered: KeyChoices = { keys: {}, letterKeys: true }
const inText: Place = { inField: false, inReader: true, mode: 'read' }
const inList: Place = { inField: false, inReader: false, mode: 'read' }
const inField: Place = { inField: true, inReader: false, mode: 'read' }

/** "undo Ctrl+Z window": a command in a line; several keys with commas between. */
function drawn(line: string, more: Partial<WindowCommand> = {}): WindowCommand {
  const [id = '', keys = '', where = 'window'] = line.split(' ')
  if (where !== 'window' && where !== 'reader' && where !== 'fields') throw new Error(line)
  return { id, name: id, group: 'Go', keys: keys.split(',').filter(Boolean), where, run: () => null, ...more }
}

const commands = [
  drawn('undo Ctrl+Z window'),
  drawn('export Ctrl+E fields'),
  drawn('next J,F4 window'),
  drawn('link J reader'),
  drawn('actor 1 reader', { keepsLetters: true }),
]

const meant = (keys: string, place: Place, choices: Partial<KeyChoices> = {}) =>
  commandFor(makeKeyMap(commands, { ...asDelivered, ...choices }), [keys], place)?.id ?? null

describe('a key means', () => {
  it('the command that came with it', () => {
    expect(meant('Ctrl+Z', inList)).toBe('undo')
    expect(meant('F4', inList)).toBe('next')
    expect(meant('Q', inList)).toBeNull()
  })

  it('nothing on another screen, but for what counts in fields or says so', () => {
    const inRegistry: Place = { ...inList, mode: 'registry' }
    expect(meant('J', inRegistry)).toBeNull()
    expect(meant('Ctrl+E', inRegistry)).toBe('export')
    const both = [drawn('merge M window', { modes: ['registry'] }), drawn('move M window')]
    expect(commandFor(makeKeyMap(both, asDelivered), ['M'], inRegistry)?.id).toBe('merge')
    expect(commandFor(makeKeyMap(both, asDelivered), ['M'], inList)?.id).toBe('move')
    expect(clashesOf(both[0]!, 'M', both, asDelivered)).toEqual([])
  })

  it('that of the reader first, where the article has the focus', () => {
    expect(meant('J', inText)).toBe('link')
    expect(meant('J', inList)).toBe('next')
  })

  it('nothing in a field but what counts there too', () => {
    expect(meant('Ctrl+E', inField)).toBe('export')
    expect(meant('Ctrl+Z', inField)).toBeNull()
    expect(meant('J', inField)).toBeNull()
  })

  it('nothing in a field that one writes with, even if it was given to what counts there', () => {
    expect(meant('Q', inField, { keys: { export: ['Q'] } })).toBeNull()
    expect(meant('Q', inList, { keys: { export: ['Q'] } })).toBe('export')
  })

  it('the next command when the first cannot be done', () => {
    const busy = [drawn('link J reader', { can: () => false }), drawn('next J window')]
    expect(commandFor(makeKeyMap(busy, asDelivered), ['J'], inText)?.id).toBe('next')
  })

  it('what it is likeliest to be read as, of what there is', () => {
    const map = makeKeyMap([drawn('actor 1 reader'), drawn('hide Shift+1 window')], asDelivered)
    expect(commandFor(map, ['!', 'Shift+1'], inText)?.id).toBe('hide')
    expect(commandFor(map, ['1', 'Shift+1'], inText)?.id).toBe('actor')
    expect(commandFor(map, ['1', 'Shift+1'], inList)?.id).toBe('hide')
  })
})

describe('the user’s choice', () => {
  it('stands in place of what a command came with', () => {
    const choices = { keys: { undo: ['Ctrl+U', 'alt+backspace'] } }
    expect(meant('Ctrl+U', inList, choices)).toBe('undo')
    expect(meant('Alt+Backspace', inList, choices)).toBe('undo')
    expect(meant('Ctrl+Z', inList, choices)).toBeNull()
  })

  it('can be no key at all', () => {
    expect(meant('Ctrl+Z', inList, { keys: { undo: [] } })).toBeNull()
  })

  it('can switch off keys of one letter, but not those that tag selected words', () => {
    expect(meant('J', inText, { letterKeys: false })).toBeNull()
    expect(meant('F4', inList, { letterKeys: false })).toBe('next')
    expect(meant('1', inText, { letterKeys: false })).toBe('actor')
    expect(keysInForce(commands[2]!, { keys: {}, letterKeys: false })).toEqual(['F4'])
  })

  it('does no harm when it names no command, or no key', () => {
    const keys = { gone: ['Ctrl+Z'], undo: ['', 'Hyper+X', 'Ctrl+U'], toString: ['J'], constructor: ['J'] }
    expect(meant('Ctrl+Z', inList, { keys })).toBeNull()
    expect(meant('Ctrl+U', inList, { keys })).toBe('undo')
    expect(keysInForce(drawn('toString F4 window'), asDelivered)).toEqual(['F4'])
  })
})

it('names the commands that have a key already, as it is given now', () => {
  const [undo] = commands
  const clashes = (keys: string, choices = asDelivered) =>
    clashesOf(undo!, keys, commands, choices).map(({ id }) => id)
  expect(clashes('J')).toEqual(['next', 'link'])
  expect(clashes('Ctrl+Z')).toEqual([])
  expect(clashes('J', { ...asDelivered, keys: { next: ['N'] } })).toEqual(['link'])
})

describe('whatever the settings hold', () => {
  const anyKey = fc.oneof(fc.constantFrom('J', 'Ctrl+Z', 'ctrl+z', 'Shift+1', '+', 'Escape'), fc.string())
  const anyChoices: fc.Arbitrary<KeyChoices> = fc.record({
    keys: fc.dictionary(
      fc.oneof(fc.constantFrom(...commands.map(({ id }) => id)), fc.string()),
      fc.array(anyKey),
    ),
    letterKeys: fc.boolean(),
  })
  const anyPlace = fc.constantFrom(inText, inList, inField)

  it('a key means one command that has it in force, or none', () => {
    fc.assert(
      fc.property(anyChoices, anyPlace, (choices, place) => {
        const map = makeKeyMap(commands, choices)
        for (const keys of map.byKey.keys()) {
          const command = commandFor(map, [keys], place)
          expect(command === null || keysInForce(command, choices).includes(keys)).toBe(true)
        }
      }),
    )
  })

  it('a key in force that no other command has means its command, wherever that counts', () => {
    fc.assert(
      fc.property(anyChoices, fc.constantFrom(...commands), (choices, command) => {
        const map = makeKeyMap(commands, choices)
        const alone = keysInForce(command, choices).filter(
          (keys) => clashesOf(command, keys, commands, choices).length === 0,
        )
        expect(alone.map((keys) => commandFor(map, [keys], inText))).toEqual(alone.map(() => command))
      }),
    )
  })
})
