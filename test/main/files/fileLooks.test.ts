import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Disk } from '../../../main/files/disk'
import { FileLooks } from '../../../main/files/fileLooks'
import { tempFolder } from '../../support/tempFolder'

it('tells which files are there', async () => {
  const folder = await tempFolder()
  const here = Array.from({ length: 6 }, (_, index) => join(folder, `${index}.cjm`))
  for (const path of here) await writeFile(path, 'x')
  const looks = new FileLooks()
  expect(await Promise.all([...here, join(folder, 'gone.cjm'), folder].map((path) => looks.isThere(path)))).toEqual([
    ...here.map(() => true),
    false,
    false,
  ])
})

it('takes files for there whose disk does not answer, and asks for no more than two of them at a time', async () => {
  let asked = 0
  const never = (): Promise<never> => {
    asked += 1
    return new Promise(() => undefined)
  }
  const looks = new FileLooks({ stat: never as unknown as Disk['stat'] }, 20)
  const paths = ['a', 'b', 'c', 'd', 'a']
  expect(await Promise.all(paths.map((path) => looks.isThere(path)))).toEqual(paths.map(() => true))
  expect(await Promise.all(paths.map((path) => looks.isThere(path)))).toEqual(paths.map(() => true))
  expect(asked).toBe(2)
})
