export { type Postgres, type PostgresOptions, startPostgres } from '@partner-upgrades/tools/postgres'
