import { toCSharp } from './csharp.ts'
import { toCurl } from './curl.ts'
import { toPowerShell } from './powershell.ts'
import type { Situation } from './request.ts'
import { toTypeScript } from './typescript.ts'

/** A language that samples are written in. */
export interface SampleLanguage {
  /** Its display name. */
  readonly name: string
  /** Its name for syntax highlighters. */
  readonly id: string
  /** How its samples are checked, in one sentence for the page. */
  readonly checked: string
  /** Writes the request. */
  readonly write: (situation: Situation) => string
}

/** All sample languages, in the order in which pages show them. */
export const sampleLanguages: readonly SampleLanguage[] = [
  { name: 'curl', id: 'sh', checked: 'Run against the simulated service.', write: toCurl },
  { name: 'TypeScript', id: 'ts', checked: 'Compiled, and run against the simulated service.', write: toTypeScript },
  {
    name: 'PowerShell',
    id: 'powershell',
    checked: 'Not run: parsed, and compared with the request that it should send.',
    write: toPowerShell,
  },
  {
    name: 'C#',
    id: 'csharp',
    checked: 'Not run: parsed, and compared with the request that it should send.',
    write: toCSharp,
  },
]
