import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../../shared/base/result'
import { openImport } from '../../../renderer/app/openImport'
import { makeNewId } from '../../../shared/model/ids'
import { imported } from '../../support/importing'
import { fakeBridge } from '../ui/fakeBridge'

const map = imported('journey\n  Make tea: 5: Me')
const clock = () => new Date('2026-11-22T18:00:00Z')
let count = 0
const newId = makeNewId((length) => Uint8Array.from({ length }, () => (count += 1) & 63))

describe('opening an import', () => {
  it('goes by the name of the file where the source has no title', async () => {
    const bridge = fakeBridge({ 'map.fromState': () => ok(null as never) })
    expect(await openImport({ bridge, clock, newId }, { map, name: 'My day.mmd' })).toEqual(ok(null))
    expect(bridge.asked).toEqual([['map.fromState', { state: expect.any(Uint8Array), title: 'My day' }]])
  })

  it('says so where the main process does not open it', async () => {
    const bridge = fakeBridge({ 'map.fromState': () => fail('io' as never) })
    expect(await openImport({ bridge, clock, newId }, { map, name: '' })).toEqual(fail('not-opened'))
  })

  it('that goes wrong is reported and answered, so that the dialog can go on', async () => {
    const bridge = fakeBridge({ 'app.report': () => ok(null) })
    const broken = () => {
      throw new RangeError('no more ids')
    }
    expect(await openImport({ bridge, clock, newId: broken }, { map, name: '' })).toEqual(fail('not-opened'))
    expect(bridge.asked).toEqual([['app.report', expect.objectContaining({ message: 'RangeError: no more ids' })]])
  })
})
