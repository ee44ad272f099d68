import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { channelNames, type Questions, type WindowEvent, type Workbench } from '../ipc/contract'
import { eventWire, wireName } from '../ipc/wire'
import { handOver } from './hand-over'

const ask = Object.fromEntries(
  channelNames.map((name) => [name, (...args: unknown[]) => ipcRenderer.invoke(wireName(name), ...args)]),
) as unknown as Questions
const { readDropped, ...shown } = ask

const workbench: Workbench = {
  ...shown,
  listen(listener) {
    const hear = (_: unknown, event: WindowEvent) => listener(event)
    ipcRenderer.on(eventWire, hear)
    return () => void ipcRenderer.off(eventWire, hear)
  },
  drop: (files) =>
    handOver(files, { readDropped, readTexts: ask.readTexts }, (file) => webUtils.getPathForFile(file)),
}

contextBridge.exposeInMainWorld('workbench', Object.freeze(workbench))
