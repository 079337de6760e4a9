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
  const failures = []
  for (const [name, file, args] of CHECKS) {
    const run = spawnSync(process.execPath, [file, ...args], { cwd: root, encoding: 'utf8' })
    say(`${name}: ${run.status === 0 ? 'good' : 'FAILED'}`)
    if (run.status === 0) continue
    failures.push(`${name}\n${run.stdout}${run.stderr}`)
    console.error(`${run.stdout}${run.stderr}`)
  }
  const unit = runUnitTests()
  return {
    passed: unit.passed + CHECKS.length - failures.length,
    failed: unit.failed + failures.length,
    skipped: unit.skipped,
    failures: [...failures, ...unit.failures],
  }
}

if (process.argv[1] === import.meta.filename) process.exit(report([await checkAll()]))
