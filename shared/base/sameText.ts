/** Whether two texts are the same to a reader: macOS writes "й" and "é" as a letter and an accent, others as one character. */
export function sameText(a: string, b: string): boolean {
  return a === b || a.normalize('NFC') === b.normalize('NFC')
}
