// Boards to measure with: always the same notes, spread as evenly as on a real map.
const PITCH = { x: 192, y: 180 }
const COLORS = ['#ffe27a', '#ffb3a7', '#b8e3ff', '#c6f0b2', '#e2c9ff', '#ffd1ec']
const WORDS =
  'customer opens the app and looks for delivery status but cannot find order number support call wait refund policy unclear checkout payment error retry email confirmation'.split(
    ' ',
  )

function columnsOf(count) {
  return Math.ceil(Math.sqrt((count * (16 / 9) * PITCH.y) / PITCH.x))
}

/** So many notes of 40 to 80 characters, as `window.bench.load` takes them. */
export function benchNotes(count) {
  let seed = 42
  const random = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return seed / 2 ** 32
  }
  const pick = (list) => list[Math.floor(random() * list.length)]
  const columns = columnsOf(count)
  return Array.from({ length: count }, (_, i) => {
    const length = 40 + Math.floor(random() * 41)
    let text = pick(WORDS)
    while (text.length < length) text += ` ${pick(WORDS)}`
    return {
      id: `n${i}`,
      x: (i % columns) * PITCH.x + 16,
      y: Math.floor(i / columns) * PITCH.y + 42,
      text: text.slice(0, 80).trim(),
      color: pick(COLORS),
    }
  })
}

/** The camera that shows them all. */
export function wholeBoard(count, view) {
  const columns = columnsOf(count)
  const width = columns * PITCH.x
  const height = Math.ceil(count / columns) * PITCH.y
  const z = Math.min(view.width / width, view.height / height, 1)
  return { x: (width - view.width / z) / 2, y: (height - view.height / z) / 2, z }
}
