/**
 * Writes shared/scene/icons.ts: the Lucide icons that the board draws, as path data on a 24 grid.
 *
 * The board is drawn on a canvas and written to SVG, so it needs one path an icon, not components. Which icons are
 * taken is in assets/icons/names.json; their licence is beside it. Run it after changing that list.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const ICONS = join(ROOT, 'node_modules', 'lucide-react', 'dist', 'esm', 'icons')
const TARGET = join(ROOT, 'shared', 'scene', 'icons.ts')

function toPath([shape, attributes]) {
  const value = (name) => Number(attributes[name] ?? 0)
  const round = (number) => Number(number.toFixed(3))
  const ellipse = (cx, cy, rx, ry) => `M${round(cx - rx)} ${cy}a${rx} ${ry} 0 1 0 ${round(2 * rx)} 0a${rx} ${ry} 0 1 0 ${round(-2 * rx)} 0Z`
  switch (shape) {
    case 'path':
      return absoluteStart(attributes.d)
    case 'line':
      return `M${value('x1')} ${value('y1')}L${value('x2')} ${value('y2')}`
    case 'circle':
      return ellipse(value('cx'), value('cy'), value('r'), value('r'))
    case 'ellipse':
      return ellipse(value('cx'), value('cy'), value('rx'), value('ry'))
    case 'polyline':
    case 'polygon':
      return `M${attributes.points.trim()}${shape === 'polygon' ? 'Z' : ''}`
    case 'rect': {
      const [x, y, width, height] = ['x', 'y', 'width', 'height'].map(value)
      const r = value('rx') || value('ry')
      if (r === 0) return `M${x} ${y}h${width}v${height}h${-width}Z`
      const h = round(width - 2 * r)
      const v = round(height - 2 * r)
      const corner = (dx, dy) => `a${r} ${r} 0 0 1 ${dx} ${dy}`
      return `M${round(x + r)} ${y}h${h}${corner(r, r)}v${v}${corner(-r, r)}h${round(-h)}${corner(-r, -r)}v${round(-v)}${corner(r, -r)}Z`
    }
    default:
      throw new Error(`an icon has a shape that is not known here: ${shape}`)
  }
}

/** One path follows another in the result, and a relative start of the second would count from the end of the first. */
function absoluteStart(d) {
  const start = /^m\s*(-?[\d.]+)[\s,]*(-?[\d.]+)\s*/.exec(d)
  if (!start) return d
  const rest = d.slice(start[0].length)
  // Pairs after the first are lines, and stay relative.
  return `M${start[1]} ${start[2]}${/^[-\d.]/.test(rest) ? 'l' : ''}${rest}`
}

async function iconPath(name) {
  const file = join(ICONS, `${name}.mjs`)
  // Lucide renames icons and keeps the old name as an alias; files keep the name they were written with.
  const alias = /export \{ default \} from '\.\/(.+)\.mjs'/.exec(readFileSync(file, 'utf8'))
  if (alias) return iconPath(alias[1])
  const module = await import(pathToFileURL(file).href)
  return module.__iconData.node.map(toPath).join('')
}

/** The source of shared/scene/icons.ts. */
async function iconsSource() {
  const names = JSON.parse(readFileSync(join(ROOT, 'assets', 'icons', 'names.json'), 'utf8'))
  const all = [...new Set([...names.board, ...names.touchpoints])].sort()
  const lines = []
  for (const name of all) lines.push(`  '${name}': '${await iconPath(name)}',`)
  return `// Written by scripts/icons.mjs from Lucide (ISC licence, see assets/icons/LICENSE). Do not edit.

/** Path data on a 24 grid, drawn as a line 1.75 to 2 wide with round caps. */
export const ICONS = {
${lines.join('\n')}
} as const

export type IconName = keyof typeof ICONS

/** Icons a touchpoint can have, in the order the picker shows them. */
export const TOUCHPOINT_ICONS = [
${names.touchpoints.map((name) => `  '${name}',`).join('\n')}
] as const satisfies readonly IconName[]

/** The icon of that name; \`undefined\` for a name that is not ours, as an older or newer file may hold. */
export function iconPath(name: string): string | undefined {
  return Object.hasOwn(ICONS, name) ? ICONS[name as IconName] : undefined
}
`
}

const source = await iconsSource()
if (process.argv.includes('--check')) {
  if (readFileSync(TARGET, 'utf8') !== source) {
    console.error('shared/scene/icons.ts is out of date: run node scripts/icons.mjs')
    process.exitCode = 1
  }
} else writeFileSync(TARGET, source)
