import { addLane, deleteLane, moveLane, recolorLane, renameLane, setLaneCollapsed, setLaneHidden, showAllLanes } from './lanes'
import { settleConflicts } from './conflicts'
import {
  addNote,
  cycleProof,
  deleteNotes,
  duplicateNotes,
  markNotes,
  moveNotes,
  notesToInbox,
  pasteNotes,
  proveNotes,
  recolorNotes,
  setNoteIcon,
  setNotesPersona,
  setNoteText,
} from './notes'
import { pasteCells } from './pasteCells'
import { addPersona, changePersona, deletePersona, setCurveHidden } from './personas'
import { confirmPoint, deletePoint, labelPoint, setPoint } from './points'
import { restoreRecords } from './restore'
import { changeSettings } from './settings'
import { addStage, deleteStage, moveStage, renameStage } from './stages'
import { addStep, deleteStep, moveStep, renameStep } from './steps'
import { keepDeleted, writeOver } from './writeOver'

/** Every edit that anybody can make. */
export const COMMANDS = [
  addNote,
  pasteNotes,
  pasteCells,
  setNoteText,
  moveNotes,
  notesToInbox,
  duplicateNotes,
  deleteNotes,
  recolorNotes,
  markNotes,
  proveNotes,
  cycleProof,
  setNotesPersona,
  setNoteIcon,
  setPoint,
  labelPoint,
  deletePoint,
  confirmPoint,
  addStage,
  renameStage,
  moveStage,
  deleteStage,
  addStep,
  renameStep,
  moveStep,
  deleteStep,
  addLane,
  renameLane,
  moveLane,
  deleteLane,
  setLaneCollapsed,
  setLaneHidden,
  showAllLanes,
  recolorLane,
  addPersona,
  changePersona,
  deletePersona,
  setCurveHidden,
  changeSettings,
  restoreRecords,
  settleConflicts,
  writeOver,
  keepDeleted,
] as const
