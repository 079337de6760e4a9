// The one gate: types, type-aware lint, format, unused code, unit tests.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { root, say } from './lib/context.mjs'
import { report, runUnitTests } from './lib/tests.mjs'

const bin = (file) => path.join(root, 'node_modules', file)
const TYPED = ['shared', 'main', 'main/preload', 'renderer', 'test']

const CHECKS = [
  ...TYPED.map((folder) => [`types of ${folder}`, bin('typescript-7/bin/tsc'), ['-p', folder]]),
  ['lint', bin('oxlint/bin/oxlint'), ['--type-aware', '--deny-warnings', '--quiet']],
  ['format', bin('prettier/bin/prettier.cjs'), ['--check', '--log-level', 'warn', '.']],
  ['unused code', bin('knip/bin/knip.js'), ['--no-progress']],
]

export async function checkAll() {
  let failed = 0
  for (const [name, file, args] of CHECKS) {
    const run = spawnSync(process.execPath, [file, ...args], { cwd: root, encoding: 'utf8' })
    say(`${name}: ${run.status === 0 ? 'good' : 'FAILED'}`)
    if (run.status === 0) continue
    failed += 1
    console.error(`${run.stdout}${run.stderr}`)
  }
  const unit = runUnitTests()
  return { passed: unit.passed + CHECKS.length - failed, failed: unit.failed + failed, skipped: unit.skipped }
}

if (process.argv[1] === import.meta.filename) process.exit(report([await checkAll()]))
