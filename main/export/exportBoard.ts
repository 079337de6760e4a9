import { fail, ok, type Result } from '../../shared/base/result'
import { readableMap } from '../../shared/export/readableMap'
import type { Board } from '../../shared/model/board'
import { writeDurable, type WriteOptions } from '../files/durableWrite'
import { prettyJson } from '../files/jsonText'
import { drawPicture } from './drawPicture'
import type { ExportLook } from './job'
import { renderPdf, renderPng } from './renderPicture'

export type ExportFailure = 'disk-full' | 'read-only' | 'folder-missing' | 'too-large' | 'unknown'

export interface ExportDeps {
  /** Folder with the static fonts of the board. */
  readonly fonts: string
}

/** Make a map's picture, or its readable text, and write it to `out`; what was there is replaced whole or not at all. */
export async function exportBoard(
  board: Board,
  look: ExportLook,
  out: string,
  deps: ExportDeps,
  options: WriteOptions = {},
): Promise<Result<{ readonly bytes: number }, ExportFailure>> {
  const made = await bytesOf(board, look, deps)
  if (!made.ok) return made
  const written = await writeDurable(out, made.value, options)
  if (written.ok) return ok({ bytes: written.value.bytes })
  const { code, detail } = written
  if (code === 'disk-full' || code === 'read-only' || code === 'folder-missing') return fail(code, detail)
  return fail('unknown', typeof detail === 'string' ? detail : code)
}

async function bytesOf(board: Board, look: ExportLook, deps: ExportDeps): Promise<Result<Uint8Array, 'too-large'>> {
  switch (look.format) {
    case 'json':
      return ok(Buffer.from(`${prettyJson(readableMap(board))}\n`))
    case 'svg':
      return ok(Buffer.from((await drawPicture(board, look, deps)).svg))
    case 'pdf':
      return ok(await renderPdf(await drawPicture(board, look, { ...deps, halo: 'patch' })))
    case 'png':
      return renderPng(await drawPicture(board, look, deps), look.scale)
  }
}
