import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { describe, expect, it } from 'vitest'
import type { ChosenPlace } from '../../../main/app/dialogs'
import { askForPlace } from '../../../main/ipc/askForPlace'
import type { MapHost } from '../../../main/maps/mapHost'
import { tempFolder } from '../../support/tempFolder'

const window = { browser: {} as BrowserWindow }

/** What a person does: the places chosen one after another, and whether what is there may be replaced. */
function person(places: readonly (ChosenPlace | null)[], { replaces = false, open = [] as { file: string; host: MapHost }[] } = {}) {
  const asked: string[] = []
  let next = 0
  const choose = async (folder: string, name: string): Promise<ChosenPlace | null> => {
    asked.push(`choose ${folder} ${name}`)
    return places[next++] ?? null
  }
  const deps = {
    documents: '/documents',
    dialogs: {
      nameIsTaken: async (_parent: BrowserWindow, name: string) => asked.push(`taken ${name}`) > 0,
      mayReplace: async (_parent: BrowserWindow, name: string) => {
        asked.push(`replace ${name}`)
        return replaces
      },
    },
    maps: { openAt: async (path: string) => open.find(({ file }) => file === path)?.host },
  }
  return { asked, choose, deps }
}

const host = (file: string | null): MapHost => ({ file }) as MapHost

describe('the place that something is written to', () => {
  it('is asked about where a file is there under the name with the ending that was added', async () => {
    const folder = await tempFolder()
    const [plan, other] = [join(folder, 'Plan.cjm'), join(folder, 'Other.cjm')]
    await writeFile(plan, 'a map')
    const both = [
      { file: plan, completed: true },
      { file: other, completed: true },
    ]

    const careful = person(both)
    expect(await askForPlace(window, { of: host(null), name: 'Map', choose: careful.choose }, careful.deps)).toBe(other)
    // The dialog comes back in the folder and with the name that were chosen.
    expect(careful.asked).toEqual(['choose /documents Map', 'replace Plan.cjm', `choose ${folder} Plan`])

    const sure = person(both, { replaces: true })
    expect(await askForPlace(window, { of: host(null), name: 'Map', choose: sure.choose }, sure.deps)).toBe(plan)
    const away = person([both[0]!, null])
    expect(await askForPlace(window, { of: host(null), name: 'Map', choose: away.choose }, away.deps)).toBeNull()
  })

  it('is not asked about again where the system did, nor where nothing is there', async () => {
    const folder = await tempFolder()
    const plan = join(folder, 'Plan.cjm')
    const first = person([{ file: plan, completed: true }])
    expect(await askForPlace(window, { of: host(null), name: 'Map', choose: first.choose }, first.deps)).toBe(plan)
    await writeFile(plan, 'a map')
    const again = person([{ file: plan, completed: false }])
    expect(await askForPlace(window, { of: host(null), name: 'Map', choose: again.choose }, again.deps)).toBe(plan)
    expect([...first.asked, ...again.asked]).toEqual(['choose /documents Map', 'choose /documents Map'])
  })

  it('is never that of another open map, and of the map itself only for the map itself', async () => {
    const folder = await tempFolder()
    const [mine, theirs] = [host(join(folder, 'Mine.cjm')), host(join(folder, 'Theirs.cjm'))]
    const open = [mine, theirs].map((one) => ({ file: one.file ?? '', host: one }))
    await writeFile(mine.file ?? '', 'a map')
    const places = [theirs, mine].map(({ file }) => ({ file: file ?? '', completed: true }))

    const save = person(places, { open })
    expect(await askForPlace(window, { of: mine, name: 'Mine', itself: true, choose: save.choose }, save.deps)).toBe(mine.file)
    expect(save.asked).toEqual([`choose ${folder} Mine`, 'taken Theirs.cjm', `choose ${folder} Theirs`])
    const picture = person(places, { open })
    expect(await askForPlace(window, { of: mine, name: 'Mine', choose: picture.choose }, picture.deps)).toBeNull()
    expect(picture.asked).toContain('taken Mine.cjm')
  })
})
