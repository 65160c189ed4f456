// Usage: npm run properties -w @partner-upgrades/proof -- [--seed NUMBER] [--count NUMBER]
import { runCommand } from './command.ts'

process.exitCode = await runCommand(process.argv.slice(2), console.log)
