import type { Actor, Contract, FaultDefinition } from '@partner-upgrades/spec'
import { evidenceLine } from './evidence.ts'
import { linkTo, type Page } from './page.ts'

const group = 'Faults'

const actors: Readonly<Record<Actor, string>> = {
  nobody: 'Nobody: there is nothing to fix.',
  developer: 'The developer of the calling program.',
  partner: 'The partner.',
  customer: 'The customer.',
  microsoft: 'Microsoft.',
}

const retries: Readonly<Record<FaultDefinition['retry'], string>> = {
  never: 'Sending the same request again does not help.',
  later: 'Sending the same request again may help later.',
  afterAction: 'Sending the same request again helps after that action.',
}

/** Creates a page for each fault of the contract, and one that lists them. */
export function faultPages(contract: Contract): readonly Page[] {
  const faults = Object.values(contract.faults)
  return [listPage(faults), ...faults.map((fault) => faultPage(contract, fault))]
}

function faultPage({ operations }: Contract, fault: FaultDefinition): Page {
  const { code, name, status, text, earlierTexts, actor, remedy, retry, evidence } = fault
  const path = `faults/${code}`
  const where = Object.entries(fault.operations).map(([id, sure]) => {
    const title = operations[id]?.summary ?? id
    return `- [${title}](${linkTo(path, `operations/${id}`)}). ${evidenceLine(sure)}\n`
  })
  const markdown = [
    `# ${code} ${name}`,
    `> ${text}`,
    `HTTP ${status}. ${evidenceLine(evidence)}`,
    '## What to do',
    remedy,
    `**Who must act:** ${actors[actor]}`,
    `**Retrying:** ${retries[retry]}`,
    '## Trigger this fault',
    'The simulated service runs in this page. Nothing leaves your browser.',
    `\`\`\`playground\nfault ${code}\n\`\`\``,
    '## Operations that may return it',
    where.join(''),
    ...(earlierTexts.length > 0
      ? [
          '## Earlier texts',
          'Match on the code, never on the text, which has changed.',
          earlierTexts.map((each) => `> ${each}`).join('\n\n'),
        ]
      : []),
  ]
  return { path, title: `${code} ${name}`, summary: text, group: undefined, markdown: `${markdown.join('\n\n')}\n` }
}

function listPage(faults: readonly FaultDefinition[]): Page {
  const path = 'faults/index'
  const rows = faults.map(
    ({ code, name, status, actor, text }) =>
      `| [${code}](${linkTo(path, `faults/${code}`)}) | ${text} | ${name} | ${status} | ${actor} |`,
  )
  const markdown = [
    '# Faults',
    'All known faults of product upgrades. The address of each page ends with the code. Match on codes, never on texts, and expect codes that are not listed.',
    '[The catalogue as JSON](/faults.json)',
    ['| code | text | name | HTTP | who must act |', '|---|---|---|---|---|', ...rows].join('\n'),
  ]
  return {
    path,
    title: 'All faults',
    summary: 'What each code means, who must act, and whether a retry helps.',
    group,
    markdown: `${markdown.join('\n\n')}\n`,
  }
}
