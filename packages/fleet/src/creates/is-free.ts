/** The SQL condition that no live worker holds the record `c` of a customer's create. */
export const isFree = `(c.holder IS NULL OR NOT EXISTS (
  SELECT FROM fleet.workers w WHERE w.id = c.holder AND w.seen_at + w.lease > clock_timestamp()))`
