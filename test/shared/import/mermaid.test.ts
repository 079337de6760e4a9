import { describe, expect, it } from 'vitest'
import { imported, importedFile, notesOf, pointsOf } from '../../support/importing'

describe('importing a Mermaid journey', () => {
  it('reads titles, sections, tasks, scores and actors of a whole file', () => {
    const map = importedFile('journey.mmd')

    expect(map.title).toBe('My working day')
    expect(map.scenario).toBe('From the first tea to the way home\nA day at work')
    expect(map.personas.map(({ name, color, marker }) => [name, color, marker])).toEqual([
      ['Me', 'teal', 'circle'],
      ['Cat', 'magenta', 'diamond'],
      ['', 'amber', 'square'],
    ])
    expect(map.stages.map(({ title, steps }) => [title, steps.map((step) => step.title)])).toEqual([
      ['', ['Wake up']],
      ['Go to work', ['Make tea', 'Go upstairs with the cat', 'Meet at 10:30']],
      ['Go home', ['Walk', 'Read the post', 'Say goodbye', 'Sit down', 'Feed the cat', 'Sleep']],
    ])
    expect(map.lanes.map(({ kind }) => kind)).toEqual(['actions', 'emotions'])
    expect(pointsOf(map)).toEqual([
      'Me Wake up -2.5',
      'Me Go to work/Make tea 5',
      'Me Go to work/Go upstairs with the cat 0',
      'Cat Go to work/Go upstairs with the cat 0',
      'Me Go to work/Meet at 10:30 -5',
      'Cat Go to work/Meet at 10:30 -5',
      'Go home/Walk 3.75',
    ])
    expect(notesOf(map)).toContain('actions/Go to work/Go upstairs with the cat: Go upstairs\nwith the cat')
  })

  it('lists what it could not use by line, and keeps what may be content in the inbox', () => {
    expect(importedFile('journey.mmd').report.lines.map(({ line, why, inbox }) => [line, why, inbox])).toEqual([
      [2, 'second-title', true],
      [3, 'directive', false],
      [4, 'directive', false],
      [6, 'directive', false],
      [8, 'comment', false],
      [19, 'score-missing', false],
      [20, 'score-missing', false],
      [21, 'score-outside', false],
      [22, 'score-outside', false],
      [23, 'score-unknown', true],
    ])
  })

  it('takes the first journey of a Markdown text, keeps further ones in the inbox and lists the rest', () => {
    const map = importedFile('journey.md')

    expect(map.title).toBe('Coffee')
    expect(map.scenario).toBe('Buying coffee\non the way')
    expect(pointsOf(map)).toEqual(['Guest Order/Wait in line -2.5', 'Guest Order/Order 2.5', 'Barista Order/Order 2.5'])
    expect(notesOf(map).slice(2)).toEqual(['inbox: title Second', 'inbox: section Pay', 'inbox: Pay: 3: Guest'])
    expect(map.report.lines.map(({ line, why }) => `${line} ${why}`)).toEqual([
      '1 outside',
      '3 outside',
      '6 outside',
      '22 other-diagram',
      '23 other-diagram',
      '24 other-diagram',
      '25 other-diagram',
      '29 outside',
      '30 outside',
    ])
  })

  it('reads Windows line ends and tabs', () => {
    const map = importedFile('journey-crlf.mmd')

    expect(map.title).toBe('Podróż klienta')
    expect(notesOf(map)).toEqual(['actions/Zakup/Płaci kartą: Płaci kartą'])
    expect(map.report).toMatchObject({ format: 'mermaid', shape: 'journey', encoding: 'utf-8', lines: [] })
  })

  it.each([
    ['Make tea: 5: Me', 'Make tea', '5 Me'],
    ['Make tea : 4', 'Make tea', '2.5 '],
    ['Make tea: +2.5: Me', 'Make tea', '-1.25 Me'],
    ['Make tea: 3,5 : Me', 'Make tea', '1.25 Me'],
    ['Make tea: -2: Me', 'Make tea', '-2 Me'],
    ['Meet at 10:30: 5: Me', 'Meet at 10:30', '5 Me'],
    ['Meet at 10:30', 'Meet at 10:30', ''],
    ['Note: call back: 4: Me', 'Note: call back', '2.5 Me'],
    ['Ratio 1#58;2: 3: Me', 'Ratio 1:2', '0 Me'],
    ['Make tea: : Me', 'Make tea', ''],
    ['Make tea:', 'Make tea', ''],
    ['Make tea', 'Make tea', ''],
  ])('reads the task "%s"', (task, name, feeling) => {
    const map = imported(`journey\n${task}`)

    expect(map.notes.map(({ text, place }) => [text, place !== null])).toEqual([[name, true]])
    expect(map.points.map(({ value, persona }) => `${value} ${map.personas[persona]?.name}`).join()).toBe(feeling)
  })

  it('makes one persona without a name when nobody is named, and none when nothing is felt', () => {
    expect(imported('journey\nA: 1\nB: 2').personas).toHaveLength(1)
    expect(imported('journey\nA\nB').personas).toEqual([])
  })

  it('names the map after the front matter or the accessible title when there is no other', () => {
    expect(imported('---\ntitle: "From above"\n---\njourney\nA: 1').title).toBe('From above')
    expect(imported('journey\naccTitle: Spoken\nA: 1').title).toBe('Spoken')
  })

  it('gives twenty personas different looks and keeps the twenty-first in the inbox', () => {
    const actors = Array.from({ length: 21 }, (_, i) => `P${i}`)
    const map = imported(`journey\nA: 3: ${actors.join(', ')}`)

    expect(map.personas).toHaveLength(20)
    expect(new Set(map.personas.slice(0, 16).map(({ color, marker }) => `${color} ${marker}`)).size).toBe(16)
    expect(notesOf(map).sort()).toEqual(['actions/A: A', 'inbox: P20'])
    expect(map.report.lines.map(({ why }) => why)).toEqual(['too-many-personas'])
  })
})
