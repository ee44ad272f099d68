import { expect, it } from 'vitest'
import { contentSecurityPolicy } from './content-security-policy'

const directives = new Map(
  contentSecurityPolicy('abc')
    .split('; ')
    .map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources.join(' ')]
    }),
)

it('lets scripts come from the app alone', () => {
  expect(directives.get('default-src')).toBe(`'none'`)
  expect(directives.get('script-src')).toBe(`'self'`)
})

it('lets a style in the page only with the nonce', () => {
  expect(directives.get('style-src')).toBe(`'self' 'nonce-abc'`)
})

it('allows no connection, worker, frame, form or base, and nothing unsafe', () => {
  for (const name of ['connect', 'worker', 'frame', 'object'].map((what) => `${what}-src`))
    expect(directives.get(name)).toBe(`'none'`)
  for (const name of ['frame-ancestors', 'form-action', 'base-uri'])
    expect(directives.get(name)).toBe(`'none'`)
  expect(contentSecurityPolicy('abc')).not.toMatch(/unsafe|\*|https?:|blob:/)
})
