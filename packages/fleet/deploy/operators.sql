-- Queries for operators. Run each by itself with psql; none of them changes anything. If your fleet uses another schema than
-- partner_upgrades, replace the name.

-- What is the state of each list?
SELECT l.name AS list, p.name AS partner, l.state AS list_state, t.state, sum(t.count) AS customers
FROM partner_upgrades.lists l
JOIN partner_upgrades.partners p ON p.id = l.partner
JOIN partner_upgrades.tallies t ON t.list = l.id
GROUP BY l.id, p.name, t.state
HAVING sum(t.count) > 0
ORDER BY l.id, t.state;

-- How many customers were settled, hour by hour, in the last day?
SELECT l.name AS list, date_trunc('hour', e.at) AS hour, e.entry ->> 'outcome' AS outcome, count(*) AS customers
FROM partner_upgrades.entries e
JOIN partner_upgrades.lists l ON l.id = e.list
WHERE e.counts AND e.entry ->> 'is' = 'ended' AND e.at > now() - interval '1 day'
GROUP BY l.id, 2, 3
ORDER BY l.id, 2, 3;

-- Is a partner throttled, and at which rate does it send?
SELECT name AS partner, rate AS requests_a_second, ceiling AS requests_a_minute_given, passed, throttled,
  round(100.0 * throttled / nullif(passed, 0), 2) AS percent_throttled,
  CASE WHEN quiet_until > clock_timestamp() THEN quiet_until - clock_timestamp() END AS quiet_for
FROM partner_upgrades.partners
ORDER BY name;

-- Which workers are alive, and which have fallen silent?
SELECT host, pid, busy, clock_timestamp() - seen_at AS silent_for, seen_at + lease < clock_timestamp() AS given_up
FROM partner_upgrades.workers
ORDER BY seen_at;

-- How long ago was a running upgrade last polled, by partner?
SELECT p.name AS partner, count(*) AS running, clock_timestamp() - min(j.created_on) AS longest_unseen
FROM partner_upgrades.partners p
JOIN partner_upgrades_queue.job j ON j.name = 'partner-' || p.id || '.follow'
GROUP BY p.id
ORDER BY 3 DESC;

-- Which creates are in doubt: sent, and neither found nor refused yet? Partner Center's support asks for the request ID.
SELECT l.name AS list, r.line, r.customer_id, r.request_id, r.accepted, r.tries, clock_timestamp() - r.since AS doubted_for
FROM partner_upgrades.rows r
JOIN partner_upgrades.lists l ON l.id = r.list
WHERE r.state = 'sent'
ORDER BY r.since
LIMIT 100;

-- Which customers are in the dead-letter queue? They wait for: partner-upgrades fleet retry LIST.
SELECT l.name AS list, r.line, r.customer_id, r.state, j.created_on AS given_up_at
FROM partner_upgrades_queue.job j
JOIN partner_upgrades.lists l ON l.id = (j.data ->> 'list')::int
JOIN partner_upgrades.rows r ON r.list = l.id AND r.row = (j.data ->> 'row')::int
WHERE j.name LIKE 'partner-%.dead'
ORDER BY j.created_on
LIMIT 100;

-- Why did customers not succeed?
SELECT l.name AS list, e.entry ->> 'outcome' AS outcome, e.entry -> 'reason' ->> 'code' AS code, count(*) AS customers,
  min(e.entry -> 'reason' ->> 'text') AS for_example
FROM partner_upgrades.entries e
JOIN partner_upgrades.lists l ON l.id = e.list
WHERE e.counts AND e.entry ->> 'is' = 'ended' AND e.entry ->> 'outcome' NOT IN ('completed', 'eligible', 'upgraded')
GROUP BY l.id, 2, 3
ORDER BY l.id, 4 DESC;

-- What happened to one customer?
SELECT l.name AS list, e.at, e.counts, e.entry ->> 'is' AS what, e.entry ->> 'requestId' AS request_id, e.entry ->> 'upgradeId' AS upgrade_id,
  e.entry ->> 'outcome' AS outcome, e.entry -> 'reason' ->> 'text' AS reason
FROM partner_upgrades.rows r
JOIN partner_upgrades.lists l ON l.id = r.list
JOIN partner_upgrades.entries e ON e.list = r.list AND e.row = r.row
WHERE r.customer_id = '4c721420-72ad-4708-a0a7-371a2f7b0969'
ORDER BY e.seq;

-- Was a create ever sent twice for a customer? There should be no row.
SELECT r.customer_id, count(DISTINCT e.entry ->> 'upgradeId') AS upgrades
FROM partner_upgrades.entries e
JOIN partner_upgrades.rows r ON r.list = e.list AND r.row = e.row
WHERE e.entry ->> 'is' = 'created' AND NOT (e.entry ->> 'adopted')::boolean
GROUP BY r.customer_id, r.product_family
HAVING count(DISTINCT e.entry ->> 'upgradeId') > 1;

-- How much disk does the fleet use, and how many rows are dead?
SELECT c.oid::regclass AS "table", pg_size_pretty(pg_total_relation_size(c.oid)) AS size, s.n_live_tup AS live, s.n_dead_tup AS dead,
  s.last_autovacuum
FROM pg_class c
JOIN pg_stat_user_tables s ON s.relid = c.oid
WHERE s.schemaname IN ('partner_upgrades', 'partner_upgrades_queue')
ORDER BY pg_total_relation_size(c.oid) DESC;

-- Do the settings protect committed data? All have to be on.
SELECT name, setting, setting = 'on' AS good
FROM pg_settings
WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit')
ORDER BY name;

-- Who is connected, and does anything wait for a lock?
SELECT application_name, client_addr, state, wait_event_type, count(*) AS connections, max(clock_timestamp() - xact_start) AS longest_transaction
FROM pg_stat_activity
WHERE datname = current_database() AND backend_type = 'client backend'
GROUP BY 1, 2, 3, 4
ORDER BY 5 DESC;
