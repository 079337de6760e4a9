import { resolve } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { Envelope } from '../../../main/files/envelope'

const FILE = resolve(import.meta.dirname, '../../../docs/cjm.schema.json')

it('docs/cjm.schema.json says what the reader accepts (npx vitest -u writes it anew)', async () => {
  const schema = {
    title: 'Wayline map file, format 1',
    description: 'What a .cjm file holds; docs/format.md says what it means. Generated from main/files/envelope.ts.',
    ...z.toJSONSchema(Envelope, { io: 'input' }),
  }
  const text = await format(JSON.stringify(schema), { ...(await resolveConfig(FILE)), parser: 'json' })
  await expect(text).toMatchFileSnapshot(FILE)
})
