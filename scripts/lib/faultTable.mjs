// Provokes the faults of test/faults and says what was lost, row by row.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root } from './context.mjs'
import { newSeed, runEndToEnd, runUnitTests } from './tests.mjs'

const DOCUMENT = path.join(root, 'docs/reliability.md')
const BEGIN = '<!-- table: npm run test:faults -- --trials N --write -->'
const END = '<!-- end of the table -->'

/**
 * @param words `--trials N`: how often each fault is provoked; `--write`: put the table into docs/reliability.md; others choose rows by their names.
 */
export async function runFaults(words, env) {
  const { trials, writes, names } = readWords(words)
  const file = path.join(os.tmpdir(), `wayline-faults-${process.pid}.jsonl`)
  fs.rmSync(file, { force: true })
  const told = { WAYLINE_SEED: newSeed(), ...env, WAYLINE_TRIALS: String(trials), WAYLINE_FAULT_TABLE: file }
  const chosen = names.length > 0 ? `(${names.join('|')})\\b` : null
  const plain = runUnitTests(['test/faults', ...(chosen ? ['-t', chosen] : [])], told)
  const inApp = await runEndToEnd('faults', chosen ? ['-g', chosen, '--pass-with-no-tests'] : [], told)
  const rows = readRows(file)
  const table = tableOf(rows)
  console.log(`\n${table}\n`)
  if (writes) writeTable(table, trials)
  return [plain, inApp]
}

function readWords(words) {
  const names = []
  let trials = 1
  let writes = false
  for (let at = 0; at < words.length; at += 1) {
    if (words[at] === '--trials') trials = Number(words[(at += 1)] ?? '1')
    else if (words[at] === '--write') writes = true
    else names.push(words[at])
  }
  if (!Number.isInteger(trials) || trials < 1) throw new Error('--trials takes a whole number from 1')
  return { trials, writes, names }
}

function readRows(file) {
  if (!fs.existsSync(file)) return []
  const rows = fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  fs.rmSync(file)
  return rows.sort((one, other) => numberOf(one.id) - numberOf(other.id) || one.id.localeCompare(other.id))
}

function numberOf(id) {
  return Number.parseInt(id.replace(/\D+/, ''), 10)
}

function tableOf(rows) {
  const lines = rows.map(({ id, name, trials, losses, skipped, note, seconds }) => {
    const said = skipped === undefined ? (note ?? '') : `not tried: ${skipped}`
    return `| ${id} | ${name} | ${trials} | ${losses} | ${seconds} | ${said.replaceAll('|', '/')} |`
  })
  return ['| row | fault | trials | losses | seconds | |', '| --- | --- | --- | --- | --- | --- |', ...lines].join('\n')
}

function writeTable(table, trials) {
  const text = fs.readFileSync(DOCUMENT, 'utf8')
  const [before] = text.split(BEGIN)
  const after = text.slice(text.indexOf(END))
  const said = `Run with \`--trials ${trials}\` on ${new Date().toISOString().slice(0, 10)}; rows that try every point have more.`
  fs.writeFileSync(DOCUMENT, `${before}${BEGIN}\n\n${said}\n\n${table}\n\n${after}`)
}
