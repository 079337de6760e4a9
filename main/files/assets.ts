import { z } from 'zod'
import { LIMITS } from '../../shared/model/limits'
import { sha256 } from './hash'
import { imageHeader } from './imageHeader'

/** What a map file may carry beside the map: images, each under the SHA-256 of its bytes. */
const Asset = z.object({ type: z.string(), data: z.base64() })

/**
 * The assets that are not what they say, or too large to be looked at; by their names.
 *
 * They stay in the file, because nobody may drop what a person put there, and no window ever gets them.
 */
export function unfitAssets(assets: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(assets).filter((name) => !isFit(name, assets[name]))
}

function isFit(name: string, value: unknown): boolean {
  const asset = Asset.safeParse(value)
  if (!asset.success || asset.data.data.length > (LIMITS.imageBytes * 4) / 3 + 4) return false
  const bytes = Buffer.from(asset.data.data, 'base64')
  if (bytes.byteLength > LIMITS.imageBytes || sha256(bytes) !== name) return false
  const header = imageHeader(bytes)
  if (!header || header.type !== asset.data.type) return false
  const { width, height } = header
  return width > 0 && height > 0 && Math.max(width, height) <= LIMITS.imageSide && width * height <= LIMITS.imagePixels
}
