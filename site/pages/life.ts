import type { Page } from './page.ts'

/** The page on which the client can be watched at work. */
export const lifePage: Page = {
  path: 'life',
  title: 'Life of an upgrade',
  summary: 'What the client does, attempt by attempt, drawn from a real run against the simulated service.',
  group: 'Reference',
  markdown: `# Life of an upgrade

The client takes one customer through an upgrade: it checks eligibility, creates the upgrade and follows it until it ends. Each bar below is one
request that it has really sent, to the service that is simulated in this page; the clock of the simulation passes hours in milliseconds. Break the
connection at a place of your choice, and see what the client does about it.

\`\`\`playground
life
\`\`\`

## What to look for

- **A create without an answer is not sent again at once.** Nobody knows whether it had an effect. The client looks for the upgrade, through
  eligibility, for the settling time; only if the service still shows nothing does it send the create again, with the same \`MS-RequestId\`.
- **A create that never left is sent again at once**, and so is one that was throttled, after the time that \`Retry-After\` names.
- **At the end there is one upgrade**, whatever broke: the count below the picture is that of the simulated service.
`,
}
