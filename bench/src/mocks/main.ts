import { toSentence } from '../goals.ts'
import { describeRun } from '../machine.ts'
import { paragraphs } from '../markdown.ts'
import { sized } from '../quick.ts'
import { progress, report } from '../report.ts'
import { measureGrowth } from './growth.ts'
import { measureInProcess } from './in-process.ts'
import { measureInterception } from './interception.ts'
import { measureHttp } from './over-http.ts'

const size = { rounds: sized(15, 2), ms: sized(200, 0), warmUp: sized(2_000, 0), times: 20 }

progress('mocks: in process …')
const inProcess = await measureInProcess(size)
progress('mocks: a mocked fetch …')
// Each measurement takes a message to another process here: there must be few of them.
const interception = await measureInterception({ ...size, times: sized(250, 20) })
progress('mocks: growth …')
const growth = await measureGrowth({ ...size, times: 100 })
progress('mocks: over HTTP …')
const overHttp = await measureHttp({ ...size, ms: sized(500, 0), times: sized(1_000, 100), starts: sized(9, 1) })

const sections = [inProcess, interception, overHttp, growth]
report(
  'mocks',
  paragraphs(
    '# The mocks, side by side',
    describeRun(),
    sections.flatMap(({ goals }) => goals.map(toSentence)).join('\n'),
    ...sections.map(({ markdown }) => markdown),
  ),
)
