import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { firstFormat } from '../../../shared/migrations/0001-first-format'

it('0001 changes nothing: there is nothing older', () => {
  const doc = new Y.Doc()
  doc.getMap('map').set('title', 'Mortgage')
  const before = Y.encodeStateAsUpdateV2(doc)
  firstFormat.up(doc)
  firstFormat.up(doc)
  expect(Y.encodeStateAsUpdateV2(doc)).toEqual(before)
})
