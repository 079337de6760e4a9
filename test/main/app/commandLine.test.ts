import { describe, expect, it } from 'vitest'
import { checkedFiles, readCommandLine } from '../../../main/app/commandLine'

const developed = (...words: string[]) => readCommandLine(['electron', ...words], { packaged: false, cwd: '/maps' })
const released = (...words: string[]) => readCommandLine(['wayline', ...words], { packaged: true, cwd: '/maps' })

describe('readCommandLine', () => {
  it('finds the maps after the folder of an app that is being developed', () => {
    expect(developed('--no-sandbox', '-r', 'loader.js', '/app', 'Мапа 1.cjm', '--trace', '/b.cjm')).toEqual({
      files: ['/maps/Мапа 1.cjm', '/b.cjm'],
      safeMode: false,
      refused: [],
    })
  })

  it('takes every word of a released app for a map, and names after -- even if they look like switches', () => {
    expect(released('a.cjm', '--', '--b.cjm')).toEqual({ files: ['/maps/a.cjm', '/maps/--b.cjm'], safeMode: false, refused: [] })
  })

  it('hears that a start is asked for which opens nothing by itself', () => {
    expect(released('--safe-mode')).toMatchObject({ safeMode: true, refused: [] })
  })

  it('refuses, in a released app only, every switch that opens a door into it', () => {
    const doors = [
      '--remote-debugging-port=9222',
      '--remote-debugging-pipe',
      '--inspect',
      '--inspect-brk=0',
      '--js-flags=--expose-gc',
      '--load-extension=/x',
      '--disable-web-security',
      '--host-resolver-rules=MAP * 1.2.3.4',
      '--proxy-server=evil:1',
      '--user-data-dir=/x',
      '--renderer-cmd-prefix=sh',
      '--gpu-launcher=sh',
      '--utility-cmd-prefix=sh',
      '--no-sandboxx',
      '--wayline-export=job.cjm',
      '--no-sandbox=a.cjm',
      '--disable-gpu=a.cjm',
      '--ozone-platform=a.cjm',
      '-r',
      '--require',
      '--some-new-switch',
    ]
    expect(released(...doors).refused).toEqual(doors)
    expect(developed('/app', ...doors.filter((door) => door !== '-r' && door !== '--require')).refused).toEqual([])
  })

  it('takes what packagers and desktops add', () => {
    expect(released('--no-sandbox', '--ozone-platform-hint=auto', '-psn_0_1234', 'a.cjm').refused).toEqual([])
  })
})

describe('checkedFiles', () => {
  it('reads the addresses that a desktop passes for local files', () => {
    expect(checkedFiles(['file:///home/a/Map%20%C5%BB.cjm'], '/')).toEqual(['/home/a/Map Ż.cjm'])
  })

  it('leaves out what is not the name of a local file', () => {
    const strange = ['', 'a\0b.cjm', 'https://example.org/a.cjm', 'smb://host/a.cjm', 'file://host/a.cjm', 'file:///a%2Fb.cjm', 'ms-word:x']
    expect(checkedFiles([...strange, 7, null, { toString: () => '/x' }, 'x'.repeat(5_000)], '/')).toEqual([])
  })

  it('names a file once, and takes no more than twenty words', () => {
    expect(checkedFiles(['a.cjm', './a.cjm', '/a.cjm'], '/')).toEqual(['/a.cjm'])
    expect(
      checkedFiles(
        Array.from({ length: 100 }, (_none, at) => `${at}.cjm`),
        '/',
      ),
    ).toHaveLength(20)
  })
})
