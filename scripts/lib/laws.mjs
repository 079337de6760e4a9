// Tries the laws (property tests) again and again, with other numbers each time.
import fs from 'node:fs'
import path from 'node:path'
import { root, say } from './context.mjs'
import { newSeed, runUnitTests } from './tests.mjs'

/** @param words `--times N`: with how many seeds; others choose the files by parts of their paths. */
export function runLaws(words, env) {
  const at = words.indexOf('--times')
  const times = at < 0 ? 1 : Number(words[at + 1])
  if (!Number.isInteger(times) || times < 1) throw new Error('--times takes a whole number from 1')
  const parts = at < 0 ? words : words.toSpliced(at, 2)
  const files = lawFiles().filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)))
  return Array.from({ length: times }, () => {
    const seed = env.WAYLINE_SEED ?? newSeed()
    say(`WAYLINE_SEED=${seed}`)
    return runUnitTests(files, { ...env, WAYLINE_SEED: seed })
  })
}

function lawFiles() {
  return fs
    .readdirSync(path.join(root, 'test'), { recursive: true })
    .map((file) => `test/${file}`)
    .filter((file) => /\.test\.tsx?$/.test(file) && fs.readFileSync(path.join(root, file), 'utf8').includes("'fast-check'"))
}
