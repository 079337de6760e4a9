import { plural } from '../messages'

/** Maps of parallel groups that become one, and places that two people changed apart. */
export const merging = {
  'groups.title': 'Merge the maps of groups',
  'groups.choose': 'Choose the maps of the groups',
  'groups.choose.hint': 'Made from one template, or with similar stages. The files stay as they are.',
  'groups.more': 'Add maps…',
  'groups.groups': 'Groups',
  'groups.groups.hint': 'Each note and each curve shows the name of its group.',
  'groups.name': 'Name of group {{number}}',
  'groups.group': 'Group {{number}}',
  'groups.remove': 'Leave out {{name}}',
  'groups.stages': 'Stages',
  'groups.lanes': 'Lanes',
  'groups.align.hint': 'What stands in one row becomes one. Press a name to put it elsewhere.',
  'groups.inMerged': 'In the merged map',
  'groups.move': '{{name}}, {{group}}: put it elsewhere',
  'groups.with': 'Together with {{name}}',
  'groups.alone': 'On its own',
  'groups.missing': 'Not there',
  'groups.mean': 'Mean of all groups',
  'groups.atLeastTwo': 'Add the map of one more group.',
  'groups.tooMany': plural({ one: 'At most {{count}} map can be merged at once.', other: 'At most {{count}} maps can be merged at once.' }),
  'groups.tooLarge': 'Too much for one map: {{what}}, and a map holds {{limit}}. Leave a group out.',
  'groups.notOpened': 'The merged map could not be opened. It may be too large; leave a group out.',
  'groups.merge': 'Merge',
}
