import { contract } from '@partner-upgrades/spec/contract'
import { startFaultPlayground } from './fault-playground.ts'
import { startOperationPlayground } from './operation-playground.ts'

const root = document.querySelector('script[data-root]')?.getAttribute('data-root') ?? './'
for (const place of document.querySelectorAll<HTMLElement>('.playground')) {
  const { kind = '', subject = '' } = place.dataset
  const operation = contract.operations[subject]
  if (kind === 'operation' && operation !== undefined) void startOperationPlayground(place, operation, root)
  if (kind === 'fault') startFaultPlayground(place, subject, root)
}
