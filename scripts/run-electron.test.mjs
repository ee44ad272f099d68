import { expect, it } from 'vitest'
import { electronEnv, isNoise } from './run-electron.mjs'

it.each([
  '[6527:1122/010955.482195:ERROR:bus.cc(407)] Failed to connect to the bus: Failed to connect to socket',
  '[6527:1122/010955.482195:ERROR:dbus/object_proxy.cc(590)] Failed to call method',
  '[6560:1122/010955.7:ERROR:viz_main_impl.cc(181)] Exiting GPU process due to errors during initialization',
  '[6560:1122/010955.7:ERROR:components/viz/service/main/viz_main_impl.cc:189] Exiting GPU process due to errors',
  '[6560:1122/010955.7:ERROR:shared_image_interface_proxy.cc(134)] Buffer handle is null.',
  '[6560:1122/010955.7:WARNING:vaapi_wrapper.cc(1500)] Skipping nVidia device',
])('keeps back %s', (line) => {
  expect(isNoise(line)).toBe(true)
})

it.each([
  'Failed to connect to the bus, said the passenger',
  '[6527:1122/010955.482195:FATAL:setuid_sandbox_host.cc(163)] The SUID sandbox helper binary was found',
  '[6527:1122/010955.482195:ERROR:CONSOLE(1)] "Uncaught TypeError", source: app://parley/index.js (1)',
  'TypeError: gpu is not a function',
])('lets through %s', (line) => {
  expect(isNoise(line)).toBe(false)
})

it('lets Electron be Electron in a terminal of an editor that is built on Electron', () => {
  expect(electronEnv({ ELECTRON_RUN_AS_NODE: '1', XDG_RUNTIME_DIR: '/run' })).toEqual({
    XDG_RUNTIME_DIR: '/run',
  })
})
