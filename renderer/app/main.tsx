import './trustedTypes'
import './zodWithoutEval'
import '../ui/tokens.css'
import '../ui/fonts.css'
import '../ui/base.css'
import { CSPProvider } from '@base-ui/react/csp-provider'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createReporter } from './report'
import { createServices } from './services'
import { WindowRoot } from './WindowRoot'

/** The board measures and draws with these; text that is drawn before they are there would be drawn in another font. */
const FONTS = ['500 16px Inter', '600 16px Inter', '700 16px Inter', '500 16px "Inter Variable"']
/** A letter of each file the fonts are split in: Latin, Polish, Russian. */
const LETTERS = 'aąя'

async function start(): Promise<void> {
  const bridge = window.wayline
  const report = createReporter(bridge)
  addEventListener('error', (event) => report(event.error))
  addEventListener('unhandledrejection', (event) => report(event.reason))

  await Promise.all(FONTS.map((font) => document.fonts.load(font, LETTERS)))
  // Nothing is waited for from here to the listeners of the services: what main tells a page that has greeted it is told once.
  const hello = await bridge.call('app.hello', null)
  if (!hello.ok) throw new Error(`no greeting from the main process: ${hello.code}`)

  const services = createServices(bridge, hello.value)
  const root = document.getElementById('root')
  if (!root) throw new Error('the page has no root')
  if (hello.value.bench) {
    const { startBench } = await import('../bench/startBench')
    startBench({ root, translator: services.translator(), newId: services.newId, clock: services.clock })
    return
  }
  // What the error screen caught is an error all the same: it goes the way of every other.
  const raise = (error: unknown): void => reportError(error)
  createRoot(root, { onUncaughtError: raise, onCaughtError: raise }).render(
    <StrictMode>
      <CSPProvider disableStyleElements>
        <WindowRoot services={services} />
      </CSPProvider>
    </StrictMode>,
  )
}

void start()
