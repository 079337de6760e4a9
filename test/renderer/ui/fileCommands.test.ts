import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../../shared/base/result'
import { createTranslator } from '../../../shared/i18n/translator'
import type { SaveStatus } from '../../../shared/ipc/contract'
import { createFileCommands, openFailureText, saveFailureText } from '../../../renderer/app/fileCommands'
import { createWindowStore } from '../../../renderer/app/windowState'
import type { ToastRequest } from '../../../renderer/state/toast'
import { fakeBridge } from './fakeBridge'

const english = createTranslator('en')

function window(bridge: ReturnType<typeof fakeBridge>, file: { name: string | null; status?: SaveStatus } | null) {
  const store = createWindowStore()
  if (file) {
    const { name, status = { kind: 'kept' } } = file
    store.setState({
      file: { handle: 'map1', name, place: null, readOnly: false, status, recovered: 0, surroundings: { others: [], copies: [] } },
    })
  }
  const said: ToastRequest[] = []
  const order: string[] = []
  const files = createFileCommands({
    bridge,
    window: store,
    toast: (toast) => void said.push(toast),
    translator: () => english,
    settle: async () => void order.push('settle'),
    sendThumbnail: async () => void order.push('thumbnail'),
  })
  return { files, said, order }
}

describe('a file that does not open', () => {
  it('is to be imported where its name says that it can be', () => {
    const foreign = { code: 'foreign', detail: 'other-kind' }
    const left = 'The file was not changed.'
    expect(openFailureText(english, { ...foreign, name: 'journey.mmd' })).toBe(
      `“journey.mmd” is not a Wayline map: it is another kind of file. ${left} To turn it into a map, use Import.`,
    )
    expect(openFailureText(english, { ...foreign, name: 'photo.png' })).toMatch(new RegExp(`${left}$`))
  })

  it('is to be taken off the list only where it is on one', async () => {
    const { files, said } = window(fakeBridge({ 'map.open': () => fail('not-found', 'ENOENT') }), null)
    await files.openRecent('r1', 'mortgage')
    files.sayOpenFailure({ code: 'not-found', name: 'mortage.cjm', detail: 'ENOENT' })
    expect(said.map(({ text }) => text)).toEqual([
      '“mortgage” is no longer there. Find where the file was moved, or remove it from the list.',
      '“mortage.cjm” is not there. Check the name, or find where the file was moved.',
    ])
  })
})

describe('a copy of a map of the list', () => {
  it.each([
    [fail('damaged', 'json'), '“mortgage” is damaged: it is not complete, or not JSON. The file was not changed; try an older copy of it.'],
    [fail('disk-full', 'ENOSPC'), 'Can’t save the copy: the disk is full. The map was not changed.'],
    [fail('unknown', 'EIO'), 'Can’t save the copy: the system did not allow it. The map was not changed.'],
  ] as const)('that cannot be made is explained in words, %#', async (answer, sentence) => {
    const { files, said } = window(fakeBridge({ 'recents.export': () => answer }), null)
    await files.exportRecent('r1', 'mortgage', 'cjm')
    expect(said).toEqual([{ kind: 'error', text: sentence }])
  })

  it('that the person thought better of is not talked about', async () => {
    const { files, said } = window(fakeBridge({ 'recents.export': () => fail('cancelled') }), null)
    await files.exportRecent('r1', 'mortgage', 'svg')
    expect(said).toEqual([])
  })
})

describe('saving', () => {
  it('waits until main has every edit, then saves the map by its handle', async () => {
    const order: string[] = []
    const bridge = fakeBridge({
      'map.save': () => {
        order.push('save')
        return ok({ savedAt: '2026-11-22T10:42:00Z' })
      },
    })
    const { files, said, order: before } = window(bridge, { name: 'mortgage' })
    await files.save()
    expect([...before, ...order]).toEqual(['settle', 'save'])
    expect(bridge.asked).toEqual([['map.save', { handle: 'map1' }]])
    expect(said).toEqual([])
  })

  it('puts the map back where it was by its handle, after main has every edit', async () => {
    const bridge = fakeBridge({ 'map.putBack': () => ok({ savedAt: '2026-11-22T10:42:00Z' }) })
    const { files, order } = window(bridge, { name: 'mortgage' })
    await files.putBack()
    expect(order).toEqual(['settle'])
    expect(bridge.asked).toEqual([['map.putBack', { handle: 'map1' }]])
  })

  it('says what took the place of the file', () => {
    expect(saveFailureText(english, 'changed-on-disk', 'damaged')).toBe(english.t('around.trouble.damaged'))
    expect(saveFailureText(english, 'changed-on-disk', 'busy')).toBe(english.t('saveFailure.changed-on-disk'))
  })

  it('asks for a place where the map has no file yet', async () => {
    const bridge = fakeBridge({ 'map.saveAs': () => fail('cancelled') })
    const { files, said } = window(bridge, { name: null })
    await files.save()
    expect(bridge.asked).toEqual([['map.saveAs', { handle: 'map1' }]])
    expect(said).toEqual([])
  })

  it('says why it failed, unless the banner says it already', async () => {
    const bridge = fakeBridge({ 'map.save': () => fail('disk-full') })
    const kept = window(bridge, { name: 'mortgage' })
    await kept.files.save()
    expect(kept.said).toMatchObject([{ kind: 'error', text: english.t('saveFailure.disk-full') }])

    const told = window(bridge, { name: 'mortgage', status: { kind: 'notSaved', reason: 'disk-full', detail: 'ENOSPC' } })
    await told.files.save()
    expect(told.said).toEqual([])
  })

  it('does nothing on the start screen', async () => {
    const bridge = fakeBridge()
    const { files } = window(bridge, null)
    await Promise.all([files.save(), files.saveAs(), files.close(), files.showInFolder()])
    expect(bridge.asked).toEqual([])
  })
})

describe('closing', () => {
  it('settles and leaves a picture for the start screen before the map goes', async () => {
    const bridge = fakeBridge({ 'map.close': () => ok(null) })
    const { files, order } = window(bridge, { name: 'mortgage' })
    await files.close()
    expect(order).toEqual(['settle', 'thumbnail'])
    expect(bridge.asked).toEqual([['map.close', { handle: 'map1' }]])
  })
})

describe('opening', () => {
  it('says nothing when a person called it off', async () => {
    const { files, said } = window(fakeBridge({ 'map.open': () => fail('cancelled') }), null)
    await files.openWithDialog()
    expect(said).toEqual([])
  })

  it('names the file and what is wrong with it', async () => {
    const bridge = fakeBridge({ 'map.open': () => fail('damaged', { name: 'Ипотека.cjm', detail: 'json' }) })
    const { files, said } = window(bridge, null)
    await files.openWithDialog()
    expect(said).toEqual([
      {
        kind: 'error',
        text: english.t('openFailure.damaged', { name: 'Ипотека.cjm', detail: english.t('openDetail.json') }),
      },
    ])
  })

  it('gives main a ticket for a dropped file, never a path', async () => {
    const bridge = fakeBridge({ 'map.open': () => ok(null) })
    const { files } = window(bridge, null)
    await files.openDropped(new File([], 'mortgage.cjm'))
    expect(bridge.asked).toEqual([['map.open', { from: 'drop', ticket: 'ticket' }]])
  })
})

describe('sentences of failures', () => {
  it('have no blanks left in them, whatever the code and its detail', () => {
    const codes = ['not-found', 'unreadable', 'damaged', 'foreign', 'too-new', 'too-large', 'limits', 'never-heard-of']
    const details = ['', 'EACCES', 'json', 'never-heard-of']
    for (const language of ['en', 'ru', 'pl'] as const) {
      const translator = createTranslator(language)
      for (const code of codes) {
        for (const detail of details) {
          for (const name of ['', 'a.cjm'])
            expect(openFailureText(translator, { code, name, detail })).not.toMatch(/\{\{|openFailure|openDetail/)
        }
        expect(saveFailureText(translator, code, undefined)).not.toMatch(/\{\{|saveFailure/)
      }
    }
  })
})
