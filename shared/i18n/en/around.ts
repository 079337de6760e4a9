import { plural } from '../messages'

/** What others do round the file of an open map: their edits, their copies, that they have it open. */
export const around = {
  'around.openBy': '{{name}} has this map open on {{computer}}. Opened: {{time}}',
  'around.openHere': '{{name}} has this map open on this computer too. Opened: {{time}}',
  'around.someone': 'Someone',
  'around.other': '{{name}} has it open too',
  'around.others': plural({ one: '{{count}} other has it open too', other: '{{count}} others have it open too' }),

  'around.merged.by': plural({ one: '{{names}} changed {{count}} thing.', other: '{{names}} changed {{count}} things.' }),
  'around.merged.unknown': plural({
    one: '{{count}} change to the file came from elsewhere.',
    other: '{{count}} changes to the file came from elsewhere.',
  }),
  'around.merged.hand': plural({
    one: '{{count}} edit made directly in the file was added.',
    other: '{{count}} edits made directly in the file were added.',
  }),
  'around.merged.copy': plural({
    one: '{{count}} change came in from “{{name}}”.',
    other: '{{count}} changes came in from “{{name}}”.',
  }),
  'around.merged.saved': plural({
    one: '{{count}} change saved earlier on this computer is back.',
    other: '{{count}} changes saved earlier on this computer are back.',
  }),
  'around.merged.conflicts': plural({
    one: 'In {{count}} place you both changed the same thing; both versions are kept.',
    other: 'In {{count}} places you both changed the same thing; both versions are kept.',
  }),
  'around.show': 'Show',
  'around.choose': 'Choose',

  'around.older.notes': plural({
    one: 'The file is older than what was saved on this computer: {{time}}. {{count}} note is missing.',
    other: 'The file is older than what was saved on this computer: {{time}}. {{count}} notes are missing.',
  }),
  'around.older.changes': plural({
    one: 'The file is older than what was saved on this computer: {{time}}. {{count}} change is missing.',
    other: 'The file is older than what was saved on this computer: {{time}}. {{count}} changes are missing.',
  }),
  'around.replaced.notes': plural({
    one: 'An older copy replaced the file: {{count}} note fewer. Saved here: {{time}}. Nothing is lost.',
    other: 'An older copy replaced the file: {{count}} notes fewer. Saved here: {{time}}. Nothing is lost.',
  }),
  'around.replaced.changes': plural({
    one: 'An older copy replaced the file: it lacks {{count}} change. Saved here: {{time}}. Nothing is lost.',
    other: 'An older copy replaced the file: it lacks {{count}} changes. Saved here: {{time}}. Nothing is lost.',
  }),
  'around.replaced.keepMine': 'Keep my version',
  'around.replaced.goBack': 'Go back to the older copy',
  'around.older.bringIn': 'Bring them in',
  'around.older.keepFile': 'Keep the file as it is',
  'around.older.failed': 'Nothing was changed: the map is closed or read-only. What was saved before is still in History.',

  'around.copies.one': '“{{name}}” beside this map is another copy of it, with changes that are not here.',
  'around.copies.service': '{{service}} kept another copy of this map, “{{name}}”, with changes that are not here.',
  'around.copies.many': plural({
    one: '{{count}} other copy of this map is in its folder, with changes that are not here.',
    other: '{{count}} other copies of this map are in its folder, with changes that are not here.',
  }),
  'around.copies.damaged': 'A part of it is damaged; what can be read of it can be merged, and the file will not be changed.',
  'around.copies.merge': 'Merge',
  'around.copies.mergeAll': 'Merge all',
  'around.copies.oneByOne': 'One by one',
  'around.copies.separate': 'It is a separate map',
  'around.copies.later': 'Later',
  'around.copies.separated': '“{{name}}” is a separate map now.',
  'around.copies.merged.one': '“{{name}}” is merged. The copy is still in the folder.',
  'around.copies.merged.damaged':
    'What can be read of “{{name}}” is merged. A part of it cannot be read, so the file stays in the folder as it was.',
  'around.copies.merged.many': plural({
    one: '{{count}} copy is merged and still in the folder.',
    other: '{{count}} copies are merged and still in the folder.',
  }),
  'around.copies.trash': plural({ one: 'Move the copy to the bin', other: 'Move the copies to the bin' }),
  'around.copies.keep': plural({ one: 'Keep it', other: 'Keep them' }),

  'around.copyFailure.closed': 'The map is already closed. The copy was not changed.',
  'around.copyFailure.not-found': 'The copy is no longer there, or another map has its name now.',
  'around.copyFailure.unreadable': 'The copy cannot be read. It was not changed.',
  'around.copyFailure.read-only': 'The copy can’t be changed: it is read-only. It was not changed.',
  'around.copyFailure.open-elsewhere': 'The copy is open in another window. Close it there first.',
  'around.copyFailure.open-by-others':
    '{{name}} has the copy open on {{computer}}, so it was not changed. Try again when they have closed it.',
  'around.copyFailure.not-merged': 'The copy changed since it was merged, so it stays. Merge it once more.',
  'around.copyFailure.unknown': 'The system did not allow it. The copy was not changed.',

  'around.trouble.damaged':
    'The file is damaged now, perhaps cut short by a sync tool. Your work is kept on this computer; restore your version, or save it somewhere else. The damaged file is kept too.',
  'around.trouble.foreign':
    'The file was replaced by something that is not a map. Your work is kept on this computer; restore your version, or save it somewhere else. What is there now is kept too.',
  'around.trouble.another-map':
    'The file was replaced by another map. Your work is kept on this computer; restore your version, or save it somewhere else. The other map is kept too.',
  'around.trouble.too-new':
    'A newer version of Wayline wrote the file, and this version cannot read it. Your work is kept on this computer; update Wayline, or save the map somewhere else.',
  'around.putBack': 'Restore my version',
  'around.renamed': 'The file is no longer there; “{{name}}” in the same folder is this map. Your work is kept on this computer.',
  'around.goOn': 'Continue in that file',
}
