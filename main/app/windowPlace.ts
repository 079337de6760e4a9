import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Log } from './log'

interface Size {
  readonly width: number
  readonly height: number
}

/** The least that the app is made for. A screen that has less than that has the say. */
const SMALLEST: Size = { width: 1024, height: 680 }
/** What was kept is not less than this, or it is damaged: half of a small screen. */
const LEAST: Size = { width: 480, height: 300 }

const Place = z.object({
  x: z.number().int().optional(),
  y: z.number().int().optional(),
  width: z.number().int().min(LEAST.width).max(20_000),
  height: z.number().int().min(LEAST.height).max(20_000),
  maximized: z.boolean(),
})
export type WindowPlace = z.infer<typeof Place>

/** Of the first start, and where no other can be trusted. */
export const FIRST_PLACE: WindowPlace = { width: 1280, height: 800, maximized: false }

interface Corner {
  readonly x: number
  readonly y: number
}

interface Area extends Corner, Size {}

/** Where and how large the last window was, kept in the user-data folder; a new one opens there. */
export interface WindowPlaces {
  /** @param open top left corners of the windows that are there: a new one must not hide one of them. */
  next(open: readonly Corner[]): WindowPlace
  remember(place: WindowPlace): void
}

/**
 * @param areas the work areas of the displays that are there now, the main one first: a projector that was unplugged must not keep a window.
 */
export function openWindowPlaces(folder: string, areas: () => readonly Area[], log: Log): WindowPlaces {
  const file = path.join(folder, 'window.json')
  let last: WindowPlace | null = null
  return {
    next(open) {
      last ??= readPlace(file)
      return cascade(fitPlace(last, areas()), open, areas())
    },
    remember(place) {
      last = place
      try {
        writeFileSync(file, JSON.stringify(place))
      } catch (error) {
        // A size is not worth a message to the person.
        log('the window place was not kept', error)
      }
    },
  }
}

function readPlace(file: string): WindowPlace {
  try {
    return Place.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // Missing or damaged: the first size is as good.
    return FIRST_PLACE
  }
}

const TITLE_BAR = 48

/** Each window at the same place as another goes this far down and to the right of it. */
const STEP = 32

/**
 * The place, moved on until no open window has the same corner. One that would leave its display goes on from the display's corner. A maximized window
 * covers the others anyway.
 */
export function cascade(place: WindowPlace, open: readonly Corner[], areas: readonly Area[]): WindowPlace {
  const front = open.at(-1)
  if (place.maximized || !front) return place
  // Without a place of its own it would come to the middle of the display, where the one in front of it came to.
  let at: Corner = { x: place.x ?? front.x, y: place.y ?? front.y }
  const area = areas.find((one) => isWithin(at, one)) ?? areas[0]
  for (let tries = 0; tries < open.length && open.some(({ x, y }) => x === at.x && y === at.y); tries += 1) {
    at = { x: at.x + STEP, y: at.y + STEP }
    if (area && !isWithin({ x: at.x + place.width, y: at.y + place.height }, area)) at = { x: area.x, y: area.y }
  }
  return { ...place, ...at }
}

function isWithin({ x, y }: Corner, area: Area): boolean {
  return x >= area.x && x <= area.x + area.width && y >= area.y && y <= area.y + area.height
}

/**
 * The place within the work area of its display, whole: what is under the edge of a screen cannot be reached. A window whose title bar is on no display
 * comes to the middle of the first one.
 */
export function fitPlace(place: WindowPlace, areas: readonly Area[]): WindowPlace {
  const { x, y, maximized } = place
  const at = x === undefined || y === undefined ? null : { x, y, width: place.width, height: place.height }
  const own = at && areas.filter((area) => isReachable(at, area)).toSorted((a, b) => overlap(at, b) - overlap(at, a))[0]
  const area = own ?? areas[0]
  if (!area) return { width: place.width, height: place.height, maximized }
  const least = smallestSize([area])
  const width = clamp(place.width, least.width, area.width)
  const height = clamp(place.height, least.height, area.height)
  if (!at || !own) return { width, height, maximized }
  return {
    x: clamp(at.x, area.x, area.x + area.width - width),
    y: clamp(at.y, area.y, area.y + area.height - height),
    width,
    height,
    maximized,
  }
}

/** How small a window may become: on the smallest display that is there it still has to fit. */
export function smallestSize(areas: readonly Size[]): Size {
  return {
    width: Math.min(SMALLEST.width, ...areas.map(({ width }) => width)),
    height: Math.min(SMALLEST.height, ...areas.map(({ height }) => height)),
  }
}

function isReachable({ x, y, width }: Area, area: Area): boolean {
  const across = x + width > area.x + 100 && x < area.x + area.width - 100
  return across && y >= area.y - 8 && y + TITLE_BAR <= area.y + area.height
}

function overlap(a: Area, b: Area): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, across) * Math.max(0, down)
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
