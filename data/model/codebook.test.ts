import { expect, it } from 'vitest'
import { builtInCodebook } from './built-in-codebook'
import { codebookSchema } from './codebook'

const withAttribute = (id: string) => ({
  ...builtInCodebook,
  attributes: [{ id, type: 'text', name: 'X', labels: ['claim'], definition: '' }],
})

it.each(['constructor', 'prototype', '__proto__', 'Tone', ''])('has no attribute %j', (id) => {
  expect(codebookSchema.safeParse(withAttribute(id)).success).toBe(false)
})

it('has an attribute of any other name', () => {
  expect(codebookSchema.safeParse(withAttribute('tone-of-voice')).success).toBe(true)
})
