// electron-builder copies an unpacked electronDist as it is: what only the set-up and the tests need goes.
const fs = require('node:fs')
const path = require('node:path')

module.exports = function afterPack(context) {
  for (const name of ['.complete', 'version', 'resources/default_app.asar']) fs.rmSync(path.join(context.appOutDir, name), { force: true })
}
