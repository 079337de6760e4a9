import { expect, it } from 'vitest'
import { packFiles, unpackFiles } from '../../../main/app/handOver'

it('brings names in any writing over, in ASCII and without a zero byte', () => {
  const files = ['/home/анна/Карта клиента Ż 1.cjm', '/a.cjm']
  const packed = packFiles(files)

  expect(packed.files).toMatch(/^[\x21-\x7E]+$/)
  expect(unpackFiles(packed)).toEqual(files)
  expect(unpackFiles(packFiles([]))).toEqual([])
})

it('takes nothing but names of local files from a stranger', () => {
  const strangers = [null, 'x', 7, {}, { files: ['/a.cjm'] }, { files: '%' }, { files: '{}' }, { files: 'x'.repeat(2_000_000) }]
  expect(strangers.map(unpackFiles)).toEqual(strangers.map(() => []))
  expect(unpackFiles(packFiles(['https://example.org/a.cjm', 'smb://host/a', '/a\0b']))).toEqual([])
})
