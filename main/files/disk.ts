import { access, chmod, chown, lstat, open, readFile, readdir, readlink, realpath, rename, stat, unlink } from 'node:fs/promises'

/**
 * The calls by which a file is written, as one object.
 *
 * Real ones everywhere but in tests of a full, locked or failing disk, which hand in the same object with one call replaced.
 */
export const disk = { access, chmod, chown, lstat, open, readFile, readdir, readlink, realpath, rename, stat, unlink }
export type Disk = typeof disk
