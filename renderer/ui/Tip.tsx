import './tip.css'
import { Tooltip } from '@base-ui/react/tooltip'
import type { ReactElement, ReactNode } from 'react'
import { Key } from './Key'

export type TipSide = 'top' | 'right' | 'bottom' | 'left'

/** How long the pointer rests on something before it is explained, in milliseconds. */
export const TIP_DELAY = 500

/** Tooltips above here wait once, then follow the pointer from control to control without waiting again. */
export function TipProvider({ children }: { readonly children: ReactNode }) {
  return (
    <Tooltip.Provider delay={TIP_DELAY} timeout={400}>
      {children}
    </Tooltip.Provider>
  )
}

export interface TipProps {
  readonly text: ReactNode
  readonly shortcut?: string | undefined
  readonly side?: TipSide | undefined
  /** The control itself: one element that takes a ref and event handlers. */
  readonly children: ReactElement
}

/** A tooltip round a control. It only repeats or explains; nothing may depend on it. */
export function Tip({ text, shortcut, side = 'bottom', children }: TipProps) {
  return (
    <Tooltip.Root disableHoverablePopup>
      <Tooltip.Trigger render={children} />
      <Tooltip.Portal>
        <Tooltip.Positioner side={side} sideOffset={8} collisionPadding={8} className="ui-tip-place">
          <Tooltip.Popup className="ui-tip">
            <span>{text}</span>
            {shortcut !== undefined && shortcut !== '' && <Key keys={shortcut} />}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
