import { expect, it } from 'vitest'
import { notFound } from './system-libraries.mjs'

it('names each library that the loader did not find once', () => {
  const said = `	linux-vdso.so.1 (0x00007ffc)
	libnss3.so => not found
	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)
	libgtk-3.so.0 => not found
	libnss3.so => not found
`
  expect(notFound(said)).toEqual(['libnss3.so', 'libgtk-3.so.0'])
})
