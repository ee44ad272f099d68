import './ui/fonts'
import './ui/tokens.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { runFromMenu } from './commands/run-from-menu'
import { tellMenuKeys } from './commands/tell-menu-keys'
import { warmUp } from './reader/warm-up'
import { begin } from './state/actions'
import { followTheme, rememberSettings } from './state/settings'

followTheme()
rememberSettings()
tellMenuKeys()
void begin(runFromMenu)

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
requestIdleCallback(() => void warmUp())
