import { EventEmitter } from 'node:events'
import type { App } from 'electron'
import { expect, it } from 'vitest'
import { refuseLogins } from './refuse-logins'

/** What the app answers to an event about `about`, and whether Electron does nothing of its own then. */
function answerTo(event: string, ...about: readonly unknown[]) {
  const app = new EventEmitter()
  refuseLogins(app as App)
  const told = { isPrevented: false, answers: [] as unknown[][] }
  const answer = (...given: unknown[]) => void told.answers.push(given)
  app.emit(event, { preventDefault: () => void (told.isPrevented = true) }, {}, ...about, answer)
  return told
}

it('believes no certificate that Chromium does not believe', () => {
  expect(answerTo('certificate-error', 'https://parley.test', 'net::ERR_CERT_INVALID', {})).toEqual({
    isPrevented: true,
    answers: [[false]],
  })
})

it('shows nobody a certificate of the user’s, though there are some', () => {
  const there = [{ subjectName: 'Ada Quill' }]
  expect(answerTo('select-client-certificate', 'https://parley.test', there)).toEqual({
    isPrevented: true,
    answers: [[]],
  })
})

it('gives nobody a name and a password', () => {
  expect(answerTo('login', { url: 'https://parley.test' }, { isProxy: true })).toEqual({
    isPrevented: true,
    answers: [[]],
  })
})
