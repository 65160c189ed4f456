import type { Page } from './page.ts'

/** The page that visualizes a run of the client. */
export const lifePage: Page = {
  path: 'life',
  title: 'Life of an upgrade',
  summary: 'What the client does, attempt by attempt, drawn from a real run against the simulated service.',
  group: 'Reference',
  markdown: `# Life of an upgrade

The client takes one customer through an upgrade: it checks eligibility, creates the upgrade and follows it until it ends. Each bar below is one
request that it actually sent to the simulated service in this page; the clock of the simulation passes hours in milliseconds. Break the
connection at a point of your choice, and see how the client handles it.

\`\`\`playground
life
\`\`\`

## What to look for

- **A create without a response is not sent again at once.** It is unknown whether it had an effect. The client looks for the upgrade, through
  eligibility, for the settling time; only if the service still shows nothing does it send the create again, with the same \`MS-RequestId\`.
- **A create that was never sent is retried at once.** A throttled create is retried after the time in \`Retry-After\`.
- **At the end there is one upgrade**, whatever broke: the count below the chart comes from the simulated service.
`,
}
