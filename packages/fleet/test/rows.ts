import type { Queries } from '../src/database/database.ts'

/** Inserts a list with `size` rows into a database without queueing them; returns its number. */
export async function insertList(queries: Queries, size: number): Promise<number> {
  const [partner] = await queries.query<{ id: number }>(
    `INSERT INTO fleet.partners (name, service, rate) VALUES (gen_random_uuid()::text, 'https://example.com', 10) RETURNING id`,
  )
  const [list] = await queries.query<{ id: number }>(
    `INSERT INTO fleet.lists (partner, name, file, sha256, dry_run, size, delimiter, notes)
      VALUES ($1, gen_random_uuid()::text, 'a.csv', gen_random_uuid()::text, false, $2, ',', '[]') RETURNING id`,
    [partner?.id, size],
  )
  await queries.query(
    `INSERT INTO fleet.rows (list, row, line, customer_id, product_family)
      SELECT $1, n, n + 2, gen_random_uuid(), 'Azure' FROM generate_series(0, $2 - 1) n`,
    [list?.id, size],
  )
  await queries.query(`INSERT INTO fleet.tallies VALUES ($1, 'new', false, 0, $2)`, [list?.id, size])
  return list?.id ?? 0
}
