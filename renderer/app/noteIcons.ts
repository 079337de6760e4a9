import {
  BadgeCheck,
  Blend,
  CircleDashed,
  CircleX,
  Flag,
  Lightbulb,
  MessageCircleQuestionMark,
  Shapes,
  Sparkles,
  Star,
  TrafficCone,
  Zap,
} from 'lucide-react'
import type { NoteMark, NoteProof } from '../../shared/model/note'

/** What stands for several marks, or several proofs, of notes that are selected together. */
export const MIXED_ICONS = { mark: Shapes, proof: Blend } as const

/** What stands for each mark and each proof in toolbars and lists. */
export const MARK_ICONS = {
  none: Flag,
  pain: Zap,
  success: Sparkles,
  momentOfTruth: Star,
  barrier: TrafficCone,
  question: MessageCircleQuestionMark,
  idea: Lightbulb,
} as const satisfies Record<NoteMark, unknown>

export const PROOF_ICONS = { hypothesis: CircleDashed, validated: BadgeCheck, refuted: CircleX } as const satisfies Record<
  NoteProof,
  unknown
>
