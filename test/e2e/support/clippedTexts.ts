import type { Page } from '@playwright/test'

/** What holds words a person must be able to read whole. */
const WORDS = 'button, label, a, h1, h2, h3, p, legend, li, dt, dd, th, td, [role=menuitem], [role=tab], [role=radio], [role=status]'

/**
 * Texts on screen that do not fit where they are: cut by their own box or by one round it, or pushed out of the window.
 *
 * Names of people's own files, maps, versions and notes may end in an ellipsis: their tooltip has the rest.
 */
export async function clippedTexts(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null))))
  return page.evaluate((selector) => {
    const clipped: string[] = []
    const seen = (element: Element): boolean =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      element.closest(
        '.visually-hidden, .board-twin, .title-file, .title-in-file, .recent-name, .recent-place, .history-what, .history-words, .history-side',
      ) === null
    const hides = (style: CSSStyleDeclaration): boolean => style.overflowX === 'hidden' || style.overflowX === 'clip'

    for (const element of document.querySelectorAll<HTMLElement>(selector)) {
      const text = element.textContent?.trim() ?? ''
      if (text === '' || !seen(element)) continue
      const report = (how: string): void => void clipped.push(`${how}: ${text.slice(0, 60)} (${element.tagName} ${element.className})`)
      if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && getComputedStyle(element).display !== 'inline') {
        report('wider than its box')
        continue
      }
      // The words themselves, which may reach further than the box they are in.
      const range = document.createRange()
      range.selectNodeContents(element)
      const words = range.getBoundingClientRect()
      if (words.left < -1 || words.right > innerWidth + 1) {
        report('out of the window')
        continue
      }
      for (let around: HTMLElement | null = element; around && around !== document.body; around = around.parentElement) {
        const style = getComputedStyle(around)
        const box = around.getBoundingClientRect()
        if (hides(style) && (words.right > box.right + 1 || words.left < box.left - 1)) {
          report('cut at the side')
          break
        }
        const scrolls = style.overflowY === 'auto' || style.overflowY === 'scroll'
        if (scrolls) break
        if (style.overflowY === 'hidden' && (words.bottom > box.bottom + 2 || words.top < box.top - 2)) {
          report('cut above or below')
          break
        }
      }
    }
    return clipped
  }, WORDS)
}
