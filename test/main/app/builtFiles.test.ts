import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { builtFileFor, listBuiltFiles, type BuiltFile } from '../../../main/app/builtFiles'

const ORIGIN = 'app://wayline'
let files: ReadonlyMap<string, BuiltFile>
let root: string
const answer = (url: string): BuiltFile | undefined => builtFileFor(files, url, ORIGIN)

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'wayline-built-'))
  mkdirSync(path.join(root, 'assets'))
  writeFileSync(path.join(root, 'index.html'), '')
  writeFileSync(path.join(root, 'assets/app.js'), '')
  writeFileSync(path.join(root, 'assets/app.js.map'), '')
  writeFileSync(path.join(root, 'secret.key'), '')
  symlinkSync('/etc/passwd', path.join(root, 'passwd.txt'))
  files = listBuiltFiles(root)
})

describe('the pages of the app', () => {
  it('are the files of the build, with a type that is ours to say', () => {
    expect([...files.keys()].sort()).toEqual(['/assets/app.js', '/index.html'])
    expect(answer('app://wayline/')).toEqual({ path: path.join(root, 'index.html'), type: 'text/html; charset=utf-8' })
    expect(answer('app://wayline/assets/app.js?v=1#x')?.type).toBe('text/javascript; charset=utf-8')
  })

  it('are nothing else, however it is asked for', () => {
    const strange = [
      'app://wayline/../index.html',
      'app://wayline/..%2findex.html',
      'app://wayline/assets/..%2f..%2fetc/passwd',
      'app://wayline/%2e%2e/index.html',
      'app://wayline/index.html%00.js',
      'app://wayline/index.html\0',
      'app://wayline//index.html',
      'app://wayline/\\index.html',
      'app://wayline//etc/passwd',
      `app://wayline${path.join(tmpdir(), 'x')}`,
      'app://wayline/passwd.txt',
      'app://wayline/secret.key',
      'app://wayline/assets',
      'app://wayline/assets/',
      'app://wayline/INDEX.HTML',
      'app://other/index.html',
      'app://wayline.example/index.html',
      'app://wayline:80/index.html',
      'app://user@wayline/index.html',
      'file:///index.html',
      '',
    ]
    expect(strange.filter((url) => answer(url) !== undefined)).toEqual([])
  })

  it('are never outside the build, for any address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (tail) => {
        const found = answer(`app://wayline/${tail}`)
        expect(found === undefined || found.path.startsWith(root + path.sep)).toBe(true)
      }),
    )
  })
})
