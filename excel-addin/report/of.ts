import type { Instruction, InstructionKind } from '#core/report/instructions'

export type Of<K extends InstructionKind> = Extract<Instruction, { readonly do: K }>
