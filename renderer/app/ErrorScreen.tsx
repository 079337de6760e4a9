import './errorScreen.css'
import { Component, type ReactNode } from 'react'
import { TranslatorContext } from '../i18n/TranslatorContext'
import { Button } from '../ui/Button'
import { Logo } from '../ui/Logo'

interface State {
  readonly failed: boolean
}

/**
 * What is shown when the window itself fails.
 *
 * Every edit reached the main process before it could fail here, so the one way out, loading the window again, loses nothing.
 */
export class ErrorScreen extends Component<{ readonly children: ReactNode }, State> {
  static override contextType = TranslatorContext
  declare context: React.ContextType<typeof TranslatorContext>
  override state: State = { failed: false }

  static getDerivedStateFromError(): State {
    return { failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    const t = this.context?.t
    return (
      <main className="error-screen">
        <Logo size={40} />
        <h1>{t?.('app.error.title')}</h1>
        <p>{t?.('app.error.text')}</p>
        <Button look="primary" size="large" onClick={() => location.reload()} autoFocus>
          {t?.('app.error.reload')}
        </Button>
      </main>
    )
  }
}
