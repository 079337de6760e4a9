interface Size {
  readonly width: number
  readonly height: number
}

const POINTS_PER_PIXEL = 0.75
/** 200 inches, the longest side that readers of PDF promise to show. */
const LONGEST_PAGE_PX = 14_400 / POINTS_PER_PIXEL

/** Size of the one page of a PDF in CSS pixels. A longer map is drawn smaller; being vectors, it loses nothing. */
export function pdfPage(scene: Size): Size {
  const scale = Math.min(1, LONGEST_PAGE_PX / Math.max(scene.width, scene.height))
  return { width: Math.ceil(scene.width * scale), height: Math.ceil(scene.height * scale) }
}
