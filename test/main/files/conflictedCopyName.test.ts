import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conflictedCopyOf } from '../../../main/files/conflictedCopyName'

// R17: the names of reliability a4, as the services' own pages give them.

const NAMES = [
  ['Dropbox', "Map (Ann's conflicted copy 2026-11-22).cjm"],
  ['Dropbox', 'Map (Ann’s conflicted copy 2026-11-22).cjm'],
  ['Dropbox', "Map (PC-12's conflicted copy 2026-11-22 (1)).cjm"],
  ['Dropbox', 'Map (Case Conflict).cjm'],
  ['Dropbox', 'Map (Case Conflict 1).cjm'],
  ['Dropbox', 'Map (Unicode Encoding Conflict).cjm'],
  ['Dropbox', 'Map (white space conflict).cjm'],
  ['Dropbox', 'Map (Ann, конфликтующая копия, 2026-11-22).cjm'],
  ['Dropbox', 'Map (kopia powodująca konflikt, Ann, 2026-11-22).cjm'],
  ['Syncthing', 'Map.sync-conflict-20261122-101530-ABCDEFG.cjm'],
  ['Syncthing', 'Map.sync-conflict-20261122-101530.cjm'],
  ['Nextcloud', 'Map (conflicted copy 2025-04-10 093612).cjm'],
  ['Nextcloud', 'Map_conflict-20250410-093612.cjm'],
  ['Synology Drive', 'Map_annas-laptop_Jan-03-0901-2013_CaseConflict_1.cjm'],
  ['Synology Drive', 'Map_annas-laptop_Jan-03-0901-2013_WhiteSpaceConflict.cjm'],
  ['Synology Drive', 'Map_annas-laptop_Jan-03-0901-2013_TailCharacterConflict_2.cjm'],
  ['Synology Drive', 'Map_annas-laptop_Jan-03-0901-2013_Conflict.cjm'],
  ['Resilio Sync', 'Map.Conflict.cjm'],
  ['Resilio Sync', 'Map.Conflict1.cjm'],
  ['OneDrive', 'Map-DESKTOP-7F3K2.cjm'],
  ['OneDrive', 'Map-ANNAS-LAPTOP-2.cjm'],
  ['Google Drive', 'Map (1).cjm'],
  ['Google Drive', 'Map(2).cjm'],
  ['Google Drive', 'Map (conflict).cjm'],
  ['iCloud Drive', 'Map 2.cjm'],
] as const

describe('conflictedCopyOf', () => {
  it.each(NAMES)('knows the copies of %s: %s', (service, name) => {
    expect(conflictedCopyOf(name, 'Map.cjm')).toBe(service)
  })

  it('knows a copy of a copy', () => {
    const name = 'Map.sync-conflict-20261122-101530-ABCDEFG.sync-conflict-20261123-080000-HIJKLMN.cjm'
    expect(conflictedCopyOf(name, 'Map.cjm')).toBe('Syncthing')
    expect(conflictedCopyOf("Map (1) (Ann's conflicted copy 2026-11-22).cjm", 'Map.cjm')).toBe('Dropbox')
  })

  it('does not mind case or the form in which letters were put together', () => {
    expect(conflictedCopyOf('MAPA KLIENTA (1).CJM', 'Mapa klienta.cjm')).toBe('Google Drive')
    expect(conflictedCopyOf('Ście\u017cka 2.cjm', 'Ściez\u0307ka.cjm')).toBe('iCloud Drive')
  })

  it.each(['Other (1).cjm', 'Map.cjm', 'Map.json', 'Mapping.cjm', '.cjm', 'Map (1).json'])('says nothing of %s', (name) => {
    expect(conflictedCopyOf(name, 'Map.cjm')).toBeNull()
  })

  it('finds the map again in whatever its name is', () => {
    const stem = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }).filter((text) => !/[./\\]/.test(text) && text.trim() !== '')
    fc.assert(
      fc.property(stem, fc.constantFrom(...NAMES), (name, [, example]) => {
        expect(
          conflictedCopyOf(
            example.replace('Map', () => name),
            `${name}.cjm`,
          ),
        ).not.toBeNull()
      }),
    )
  })
})
