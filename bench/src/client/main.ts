import { toSentence } from '../goals.ts'
import { describeRun } from '../machine.ts'
import { paragraphs } from '../markdown.ts'
import { sized } from '../quick.ts'
import { progress, report } from '../report.ts'
import { describeRounds } from '../rounds.ts'
import { importGoals, importTable, measureImports } from './import-time.ts'
import { peers } from './peers.ts'
import { measurePost, postGoals, postTable } from './post.ts'
import { measureSizes, sizeGoals, sizeSection } from './size.ts'

const size = { rounds: sized(21, 3), ms: sized(300, 0), warmUp: sized(2_000, 0), times: 30 }
const importRounds = sized(21, 2)

progress('client: one POST on loopback …')
const timings = await measurePost(size)
progress('client: imports …')
const imported = await measureImports(importRounds)
progress('client: sizes …')
const sizes = await measureSizes()

report(
  'client',
  paragraphs(
    '# The client, side by side',
    describeRun(),
    [...postGoals(timings), ...importGoals(imported), ...sizeGoals(sizes)].map(toSentence).join('\n'),
    '## One POST on loopback',
    'An eligibility request for one customer to a plain node:http server in a separate process, one call after the other. ' +
      'All clients send the same method, path, body and headers, including a fresh `MS-RequestId` and `MS-CorrelationId` (the ' +
      'server rejects anything else, except in the row that says so), keep connections alive, and parse the response. ' +
      describeRounds(size),
    postTable(timings),
    peers.map(({ name, does }) => `- ${name}: ${does}`).join('\n'),
    '## Import',
    `\`await import(…)\` in a fresh process, ${importRounds} for each, in turn. A package that touches \`fetch\` or ` +
      '`Request` while it loads makes Node load its own implementation of them, which counts; others pay for that at the first call.',
    importTable(imported),
    sizeSection(sizes),
  ),
)
