import './ui/fonts'
import './ui/tokens.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { warmUp } from './reader/warm-up'
import { begin } from './state/actions'
import { followTheme, rememberSettings } from './state/settings'

followTheme()
rememberSettings()
void begin()

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
requestIdleCallback(() => void warmUp())
