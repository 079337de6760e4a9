import { useLayoutEffect, useState, type FocusEvent, type RefCallback } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { piecesOf, rowsIn, type RowPiece, type RowRange } from './rowWindow'

/** About a note of two lines; a row that was drawn once is as high as it was. */
const GUESSED_HEIGHT = 118
/** Before anything is measured. */
const AT_FIRST: RowRange = { from: 0, to: 20 }

export interface RowWindow {
  readonly pieces: readonly RowPiece[]
  /** What the list is given. */
  readonly list: {
    readonly ref: RefCallback<HTMLElement>
    readonly onFocus: (event: FocusEvent) => void
    readonly onBlur: (event: FocusEvent) => void
  }
  /** Gives the keyboard to another row, wherever it is; false where there is none. The same function all the time. */
  readonly go: (from: string, to: Way) => boolean
}

export type Way = 'next' | 'previous' | 'first' | 'last'

/**
 * Only those rows of a long list on the page that are in view, and the one that has the keyboard.
 *
 * Rows are the children of the list that have their id as `data-row`; the list lies in the content of a panel, which scrolls.
 */
export function useRowWindow(ids: readonly string[]): RowWindow {
  const [rows] = useState(() => new DrawnRows())
  const { range, focused, heights } = useStore(rows.store)
  useLayoutEffect(() => rows.drawn(ids))
  const kept = focused === null ? -1 : ids.indexOf(focused)
  const heightOf = (index: number): number => heights.get(ids[index] ?? '') ?? GUESSED_HEIGHT
  return { pieces: piecesOf(range, kept < 0 ? null : kept, ids.length, heightOf), list: rows.list, go: rows.go }
}

interface DrawnState {
  readonly range: RowRange
  readonly focused: string | null
  /** Of the rows that were drawn at some time. */
  readonly heights: ReadonlyMap<string, number>
}

class DrawnRows {
  readonly store: StoreApi<DrawnState> = createStore(() => ({ range: AT_FIRST, focused: null, heights: new Map() }))
  readonly list: RowWindow['list'] = {
    ref: (list) => (list ? this.#attach(list) : undefined),
    onFocus: ({ target }) => this.store.setState({ focused: target.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? null }),
    onBlur: ({ currentTarget, relatedTarget }) => {
      if (!currentTarget.contains(relatedTarget)) this.store.setState({ focused: null })
    },
  }
  #list: HTMLElement | null = null
  #scroller: Element | null = null
  #ids: readonly string[] = []
  /** A row that gets the keyboard as soon as it is drawn. */
  #wanted: string | null = null

  readonly go = (from: string, to: Way): boolean => {
    const at = this.#ids.indexOf(from)
    const id = this.#ids[{ next: at + 1, previous: at - 1, first: 0, last: this.#ids.length - 1 }[to]]
    if (id === undefined) return false
    const row = this.#row(id)
    if (row) row.focus()
    else {
      this.#wanted = id
      this.store.setState({ focused: id })
    }
    return true
  }

  /** These are the rows now, and the page shows them. */
  drawn(ids: readonly string[]): void {
    this.#ids = ids
    this.#measure()
    this.#look()
    const row = this.#wanted === null ? null : this.#row(this.#wanted)
    if (!row) return
    this.#wanted = null
    row.focus()
  }

  #attach(list: HTMLElement): () => void {
    const scroller = list.closest('[data-region-start]')
    const look = (): void => this.#look()
    const observer = new ResizeObserver(look)
    this.#list = list
    this.#scroller = scroller
    if (scroller) observer.observe(scroller)
    scroller?.addEventListener('scroll', look, { passive: true })
    return () => {
      this.#list = null
      observer.disconnect()
      scroller?.removeEventListener('scroll', look)
    }
  }

  #measure(): void {
    const { heights } = this.store.getState()
    const now = (this.#list ? [...this.#list.querySelectorAll<HTMLElement>(':scope > [data-row]')] : []).map(
      (row) => [row.dataset['row'] ?? '', heightIn(row)] as const,
    )
    if (now.some(([id, height]) => heights.get(id) !== height)) this.store.setState({ heights: new Map([...heights, ...now]) })
  }

  /** Which rows one sees now. */
  #look(): void {
    if (!this.#list || !this.#scroller) return
    const { range, heights } = this.store.getState()
    const top = this.#scroller.getBoundingClientRect().top - this.#list.getBoundingClientRect().top
    const seen = { top, bottom: top + this.#scroller.clientHeight }
    const now = rowsIn(seen, this.#ids.length, (index) => heights.get(this.#ids[index] ?? '') ?? GUESSED_HEIGHT)
    if (now.from !== range.from || now.to !== range.to) this.store.setState({ range: now })
  }

  #row(id: string): HTMLElement | null {
    return this.#list?.querySelector<HTMLElement>(`:scope > [data-row="${id}"]`) ?? null
  }
}

/** With the room below it, so that the heights of all rows add up to that of the list. */
function heightIn(row: HTMLElement): number {
  return row.offsetHeight + Number.parseFloat(getComputedStyle(row).marginBottom)
}
