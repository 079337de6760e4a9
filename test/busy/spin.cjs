// A process that takes all of a core. It ends when whoever started it does.
process.stdin.resume().on('end', () => process.exit())

const SPIN_MS = 50

function spin() {
  const until = Date.now() + SPIN_MS
  while (Date.now() < until);
  setImmediate(spin)
}

process.stdout.write('busy\n')
spin()
