import { Menu, type BrowserWindow } from 'electron'
import { menuTemplate, type MenuActions, type MenuState } from './template'

export const setMenu = (state: MenuState, actions: MenuActions): void =>
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(state, actions)))

/** Opens the whole menu under the button at the left of the title bar, which is 40 pixels high. */
export const popUpMenu = (window: BrowserWindow): void =>
  Menu.getApplicationMenu()?.popup({ window, x: 8, y: 40 })
