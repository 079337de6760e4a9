import { writeDurable } from '../../main/files/durableWrite'

// Writes the file given to it over and over, until somebody kills it.
const [, , file = ''] = process.argv
for (let number = 0; ; number += 1) {
  const written = await writeDurable(file, Buffer.from(JSON.stringify({ number, filler: String(number % 10).repeat(200_000) })))
  if (!written.ok) throw new Error(written.code)
  if (number === 0) process.stdout.write('ready\n')
}
