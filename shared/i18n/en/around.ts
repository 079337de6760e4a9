import { plural } from '../messages'

/** What others do round the file of an open map: their edits, their copies, that they have it open. */
export const around = {
  'around.openBy': 'Open by {{name}} on {{computer}} since {{time}}',
  'around.openHere': 'Open by {{name}} on this computer too, since {{time}}',
  'around.someone': 'somebody',
  'around.other': 'Also open by {{name}}',
  'around.others': plural({ one: 'Also open by {{count}} other', other: 'Also open by {{count}} others' }),

  'around.merged.by': plural({ one: '{{names}} changed {{count}} thing.', other: '{{names}} changed {{count}} things.' }),
  'around.merged.unknown': plural({
    one: '{{count}} thing was changed in the file from elsewhere.',
    other: '{{count}} things were changed in the file from elsewhere.',
  }),
  'around.merged.hand': plural({
    one: '{{count}} edit that somebody made in the file itself was taken in.',
    other: '{{count}} edits that somebody made in the file itself were taken in.',
  }),
  'around.merged.copy': plural({
    one: '{{count}} change came in from “{{name}}”.',
    other: '{{count}} changes came in from “{{name}}”.',
  }),
  'around.merged.conflicts': plural({
    one: 'In {{count}} place you both changed the same thing; both versions are kept.',
    other: 'In {{count}} places you both changed the same thing; both versions are kept.',
  }),
  'around.show': 'Show',
  'around.choose': 'Choose',

  'around.copies.one': '“{{name}}” beside this map is another copy of it, with changes that are not here.',
  'around.copies.service': '{{service}} kept another copy of this map, “{{name}}”, with changes that are not here.',
  'around.copies.many': plural({
    one: '{{count}} other copy of this map is in its folder, with changes that are not here.',
    other: '{{count}} other copies of this map are in its folder, with changes that are not here.',
  }),
  'around.copies.damaged': 'A part of it is damaged; what can be read of it can be merged, and the file stays as it is.',
  'around.copies.merge': 'Merge',
  'around.copies.mergeAll': 'Merge all',
  'around.copies.oneByOne': 'One by one',
  'around.copies.separate': 'It is a separate map',
  'around.copies.later': 'Later',
  'around.copies.separated': '“{{name}}” is a map of its own now.',
  'around.copies.merged.one': '“{{name}}” is merged. The copy is still in the folder.',
  'around.copies.merged.damaged':
    'What can be read of “{{name}}” is merged. A part of it cannot be read, so the file stays in the folder as it was.',
  'around.copies.merged.many': plural({
    one: '{{count}} copy is merged and still in the folder.',
    other: '{{count}} copies are merged and still in the folder.',
  }),
  'around.copies.trash': plural({ one: 'Move the copy to the bin', other: 'Move the copies to the bin' }),
  'around.copies.keep': plural({ one: 'Keep it', other: 'Keep them' }),

  'around.copyFailure.closed': 'The map is already closed. The copy is as it was.',
  'around.copyFailure.not-found': 'The copy is not there any more, or is another map by now.',
  'around.copyFailure.unreadable': 'The copy cannot be read. It was left exactly as it is.',
  'around.copyFailure.read-only': 'The copy may not be changed: it is read-only. It was left exactly as it is.',
  'around.copyFailure.open-elsewhere': 'The copy is open in another window. Close it there first.',
  'around.copyFailure.open-by-others':
    'The copy is open by {{name}} on {{computer}}, so it was left exactly as it is. Try again when they have closed it.',
  'around.copyFailure.not-merged': 'The copy changed since it was merged, so it stays. Merge it once more.',
  'around.copyFailure.unknown': 'The system refused. The copy is as it was.',

  'around.trouble.damaged':
    'The file is damaged now, perhaps cut short by a sync tool. Your work is kept on this computer; put it back, or save it somewhere else. The damaged file is kept too.',
  'around.trouble.foreign':
    'Something that is no map has taken the place of the file. Your work is kept on this computer; put it back, or save it somewhere else. What is there now is kept too.',
  'around.trouble.another-map':
    'Another map has taken the place of the file. Your work is kept on this computer; put it back, or save it somewhere else. The other map is kept too.',
  'around.trouble.too-new':
    'A newer Wayline has written the file, and this one cannot read it. Your work is kept on this computer; update Wayline, or save the map somewhere else.',
  'around.putBack': 'Put mine back',
  'around.renamed': 'The file is not there any more; “{{name}}” in the same folder is this map. Your work is kept on this computer.',
  'around.goOn': 'Go on there',
}
