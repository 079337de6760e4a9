import { describe, expect, it } from 'vitest'
import { readImport } from '../../../shared/import/importFile'
import { imported, pointsOf } from '../../support/importing'

const stepsOf = (text: string): readonly string[] => imported(text).stages.flatMap(({ steps }) => steps.map(({ title }) => title))
const whysOf = (text: string): readonly string[] => imported(text).report.lines.map(({ line, why }) => `${line} ${why}`)

describe('semicolons in a Mermaid journey', () => {
  it.each([
    ['journey\nGreet: 4: Clerk; Ask: 3: Clerk, Guest;', ['Greet', 'Ask']],
    ['journey; title Hotel; section Desk; Greet: 4: Clerk; Ask: 3', ['Greet', 'Ask']],
    ['journey;\nsection Desk;\nGreet: 4: Clerk;\n;\nAsk: 3;', ['Greet', 'Ask']],
    ['journey\nPay #59; go: 4: Guest; Sit #amp; eat: 2', ['Pay ; go', 'Sit & eat']],
    ['journey\nRead &lt;menu&gt;: 4: Guest;Order &#35;5: 3: Guest', ['Read <menu>', 'Order #5']],
    ['journey\n%% one; two\nGreet: 4 ;Ask: 3', ['Greet', 'Ask']],
  ])('end statements, and entities stay whole: %j', (text, steps) => {
    expect(stepsOf(text)).toEqual(steps)
  })

  it('do not end a description for screen readers, and part a title from what follows', () => {
    const map = imported('journey\naccDescr: one; two\ntitle Hotel; section Desk\nGreet: 4')

    expect([map.title, map.scenario, map.stages.map(({ title }) => title)]).toEqual(['Hotel', 'one; two', ['Desk']])
    expect(map.report.lines).toEqual([])
  })

  it('what stands behind a description in braces is read', () => {
    const map = imported('journey\naccDescr { one }; title Hotel; Greet: 4')

    expect([map.title, map.scenario, map.stages[0]?.steps.map(({ title }) => title)]).toEqual(['Hotel', 'one', ['Greet']])
  })
})

describe('scores that are not from 1 to 5', () => {
  it.each([
    ['1 to 10', 'A: 2: P\nB: 6: P\nC: 9: P', ['P A -4?', 'P B 0.5?', 'P C 4?']],
    ['0 to 10', 'A: 0: P\nB: 7: P\nC: 10: P', ['P A -5?', 'P B 2?', 'P C 5?']],
    ['0 to 100', 'A: 20: P\nB: 85: P\nC: 50: P', ['P A -3?', 'P B 3.5?', 'P C 0?']],
    ['-5 to +5', 'A: -4: P\nB: 5: P\nC: 0: P', ['P A -4?', 'P B 5?', 'P C 0?']],
    ['0 to 5', 'A: 0: P\nB: 3: P\nC: 1: P', ['P A -5?', 'P B 1?', 'P C -3?']],
    ['-10 to +10', 'A: -8: P\nB: 6: P\nC: 2: P', ['P A -4?', 'P B 3?', 'P C 1?']],
  ])('are guesses on the scale %s', (_, tasks, points) => {
    const map = imported(`journey\n${tasks}`)

    expect(pointsOf(map)).toEqual(points)
    expect(map.report.counts.guessed).toBe(points.length)
  })

  it.each([
    ['all zero', 'A: 0: P\nB: 0: P\nC: 0: P'],
    ['a lone zero', 'A: 0: P'],
    ['all the same', 'A: 7: P\nB: 7: P'],
    ['a running number', 'A: 1: P\nB: 2: P\nC: 3: P\nD: 4: P\nE: 5: P\nF: 6: P'],
    ['a running number from zero', 'A: 0: P\nB: 1: P\nC: 2: P'],
    ['a running number of tens', 'A: 10: P\nB: 20: P\nC: 30: P\nD: 40: P'],
    ['numbers without a scale', 'A: 1200: P\nB: 3: P'],
  ])('are no feelings where they are %s, which is said once', (_, tasks) => {
    const map = imported(`journey\n${tasks}`)

    expect(map.points).toEqual([])
    expect(map.personas.map(({ name }) => name)).toEqual(['P'])
    expect(map.report.lines.map(({ line, why }) => `${line} ${why}`)).toEqual(['2 scores-none'])
  })

  it('are slips among many that are, and leave a gap', () => {
    const tasks = 'A: 4: P\nB: 5: P\nC: 9: P\nD: 1: P'

    expect(pointsOf(imported(`journey\n${tasks}`))).toEqual(['P A 2.5', 'P B 5', 'P D -5'])
    expect(whysOf(`journey\n${tasks}`)).toEqual(['4 score-outside'])
  })

  it('are no guesses from 1 to 5, whatever their order', () => {
    const map = imported('journey\nA: 1: P\nB: 2: P\nC: 3: P\nD: 4: P\nE: 5: P')

    expect(map.points.map(({ value, guessed }) => [value, guessed])).toEqual([-5, -2.5, 0, 2.5, 5].map((value) => [value, false]))
  })
})

describe('front matter', () => {
  it.each([
    '---\n  title: Hotel\n---\njourney\nA: 3',
    '---\n\ttitle: "Hotel"\n\tconfig:\n\t\ttheme: dark\n---\njourney\nA: 3',
    "---\n  config:\n    title: Other\n  title: 'Hotel' # the name\n---\njourney\nA: 3",
    '```mermaid\n  ---\n  title: Hotel\n  ---\n  journey\n  A: 3\n```',
    '> ```mermaid\n> ---\n> title: Hotel\n> ---\n> journey\n> A: 3\n> ```',
  ])('names the map although it is indented: %j', (text) => {
    expect(imported(text).title).toBe('Hotel')
  })
})

describe('a journey inside something else', () => {
  const JOURNEY = 'journey\n  title Hotel\n  section Desk\n    Greet: 4: Clerk'
  const quoted = (text: string, mark = '> '): string => text.replace(/^/gm, mark)

  it.each([
    ['a callout', `# Notes\n\n${quoted(`[!note] Journey\n\`\`\`mermaid\n${JOURNEY}\n\`\`\``)}\n\nAfter.`],
    ['a callout without spaces', quoted(`\`\`\`mermaid\n${JOURNEY}\n\`\`\``, '>')],
    ['a callout in a callout', quoted(quoted(`\`\`\`mermaid\n${JOURNEY}\n\`\`\``))],
    ['a callout whose fence nobody closed', `${quoted(`~~~mermaid\n${JOURNEY}`)}\nAfter.`],
    ['a box of colons', `:::note\n\n\`\`\`mermaid\n${JOURNEY}\n\`\`\`\n\n:::\n\nAfter.`],
    ['a named box of colons', `::: {.callout-note title="x"}\n\`\`\`{mermaid}\n${JOURNEY}\n\`\`\`\n:::`],
    ['a diagram of colons', `Before.\n\n::: mermaid\n${JOURNEY}\n:::`],
    ['a list', `- item\n\n  \`\`\`mermaid\n${JOURNEY.replace(/^/gm, '  ')}\n  \`\`\``],
    ['an HTML element', `<div class="mermaid">\n${JOURNEY}\n</div>`],
    ['a pre element', `Before.\n<pre class="mermaid">\n${JOURNEY}\n</pre>\nAfter.`],
    ['an element with more attributes', `<div id=x class='big mermaid' style="width: 9px">${JOURNEY}</div>`],
    ['a code element', `<pre><code class="language-mermaid">${JOURNEY}\n</code></pre>`],
    ['one line of an element', `<pre class="mermaid">journey; title Hotel; section Desk; Greet: 4: Clerk</pre>`],
    ['a web page', `<!doctype html>\n<html><body>\n<h1>Hotel</h1>\n<div class="mermaid">\n${JOURNEY}\n</div>\n</body></html>`],
  ])('is found in %s', (_, text) => {
    for (const input of [{ text }, { name: 'a.md', bytes: new TextEncoder().encode(text) }]) {
      const map = readImport(input)

      expect(map.ok && [map.value.title, map.value.stages, pointsOf(map.value)]).toEqual([
        'Hotel',
        [{ title: 'Desk', duration: '', steps: [{ title: 'Greet' }] }],
        ['Clerk Desk/Greet 2.5'],
      ])
    }
  })

  it('is found in an element on one line, whose neighbours on that line are listed', () => {
    const element = '<div class="mermaid">journey; title Hotel; section Desk; Greet: 4: Clerk</div>'
    for (const [text, outside] of [
      [element, []],
      [`<p>${element}</p>`, []],
      [`Before ${element} after`, ['Before', 'after']],
      [`> Before ${element}`, ['Before']],
      [`${element}<div class="mermaid">flowchart LR</div> after`, ['after', 'flowchart LR']],
      [`<div class="mermaid">\n${JOURNEY}\n</div> after`, ['after']],
      [element.replaceAll(';', '<br>'), []],
    ] as const) {
      const map = imported(text, 'md')

      expect([map.title, pointsOf(map)]).toEqual(['Hotel', ['Clerk Desk/Greet 2.5']])
      expect(map.report.lines.map((line) => `${line.why} ${line.text.trim()}`)).toEqual(outside.map((line) => `outside ${line}`))
    }
  })

  it('is not made of a web page without one', () => {
    expect(readImport({ text: '<!doctype html>\n<html><body><div class="mermaid">flowchart LR</div></body></html>' })).toMatchObject({
      code: 'other-kind',
    })
  })
})
