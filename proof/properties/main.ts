// Usage: npm run properties -w @partner-upgrades/contract-tests -- [--seed NUMBER] [--count NUMBER]
import { runCommand } from './command.ts'

process.exitCode = await runCommand(process.argv.slice(2), console.log)
