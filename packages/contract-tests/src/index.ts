export {
  type DocumentOperation,
  type NegativeRequest,
  type Negatives,
  negativesOf,
  type PlainRequest,
  type RequestValues,
  type Unbroken,
} from '@partner-upgrades/negative-tests'
export type { JsonObject } from '@partner-upgrades/spec-diff/document'
export type { Cell } from './matrix/cells.ts'
export type { Way } from './matrix/slots.ts'
export { toHtml } from './report/html.ts'
export { toJunit } from './report/junit.ts'
export { type CaseResult, type Figure, isGood, type Report, type SlotResult } from './report/report.ts'
export { renderReport } from './report/terminal.ts'
export { type AnonymiseOptions, anonymiseHar } from './traffic/anonymise-har.ts'
export { type Api, productUpgrades } from './traffic/api.ts'
export type { Addition, AdditionKind, Finding } from './traffic/finding.ts'
export type { Har, HarEntry, HarField, HarRequest, HarResponse } from './traffic/har.ts'
export { type PromoteOptions, type Promotion, promote } from './traffic/promote.ts'
export { HarError, readHar } from './traffic/read-har.ts'
export { createRecorder, type Fetch, type Recorder, type RecorderOptions } from './traffic/recorder.ts'
export { type RecordingProxy, type RecordingProxyOptions, startRecordingProxy } from './traffic/recording-proxy.ts'
export { renderTrafficReport } from './traffic/render-traffic-report.ts'
export { type TrafficReport, type VerifyHarOptions, verifyHar } from './traffic/verify-har.ts'
export { UsageError } from './usage-error.ts'
export type { Clock } from './verify/exchange.ts'
export { type VerifyOptions, verify } from './verify/verify.ts'
