/**
 * The migrations, in order. A schema's version is the number of migrations it has. Never change a released migration; add a new one.
 *
 * Columns that hold text from the service or from a list are `json`, because `jsonb` rejects the character U+0000.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE fleet.partners (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE,
    service text NOT NULL,
    credential text,
    ceiling real,
    rate real NOT NULL,
    learned real,
    next_turn timestamptz NOT NULL DEFAULT '-infinity',
    quiet_until timestamptz NOT NULL DEFAULT '-infinity',
    lowered_at timestamptz NOT NULL DEFAULT '-infinity',
    passed bigint NOT NULL DEFAULT 0,
    throttled bigint NOT NULL DEFAULT 0
  ) WITH (fillfactor = 20);

  CREATE TABLE fleet.lists (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    partner int NOT NULL REFERENCES fleet.partners,
    name text NOT NULL UNIQUE,
    file text NOT NULL,
    sha256 text NOT NULL,
    dry_run boolean NOT NULL,
    state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'paused', 'cancelled')),
    size int NOT NULL,
    delimiter text NOT NULL,
    notes json NOT NULL,
    added_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (sha256, dry_run)
  );

  CREATE TABLE fleet.rows (
    list int NOT NULL REFERENCES fleet.lists ON DELETE CASCADE,
    row int NOT NULL,
    line int NOT NULL,
    customer_id uuid NOT NULL,
    product_family text NOT NULL,
    name text,
    state text NOT NULL DEFAULT 'new',
    again boolean NOT NULL DEFAULT false,
    request_id uuid,
    accepted boolean NOT NULL DEFAULT false,
    upgrade_id uuid,
    tries smallint NOT NULL DEFAULT 0,
    delay double precision,
    since timestamptz,
    PRIMARY KEY (list, row)
  ) WITH (fillfactor = 80);

  CREATE TABLE fleet.entries (
    list int NOT NULL,
    row int NOT NULL,
    seq bigint GENERATED ALWAYS AS IDENTITY,
    key uuid NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    counts boolean NOT NULL,
    entry json NOT NULL,
    PRIMARY KEY (list, row, seq),
    FOREIGN KEY (list, row) REFERENCES fleet.rows ON DELETE CASCADE
  );

  CREATE TABLE fleet.tallies (
    list int NOT NULL REFERENCES fleet.lists ON DELETE CASCADE,
    state text NOT NULL,
    again boolean NOT NULL,
    session int NOT NULL,
    count bigint NOT NULL,
    PRIMARY KEY (list, state, again, session)
  ) WITH (fillfactor = 50);

  CREATE FUNCTION fleet.tally() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO fleet.tallies AS t (list, state, again, session, count)
      VALUES (OLD.list, OLD.state, OLD.again, pg_backend_pid(), -1), (NEW.list, NEW.state, NEW.again, pg_backend_pid(), 1)
      ON CONFLICT (list, state, again, session) DO UPDATE SET count = t.count + EXCLUDED.count;
    RETURN NULL;
  END $$;

  CREATE TRIGGER tally AFTER UPDATE OF state, again ON fleet.rows FOR EACH ROW
    WHEN (OLD.state <> NEW.state OR OLD.again <> NEW.again) EXECUTE FUNCTION fleet.tally();

  CREATE TABLE fleet.workers (
    id uuid PRIMARY KEY,
    host text NOT NULL,
    pid int NOT NULL,
    lease interval NOT NULL,
    busy int NOT NULL DEFAULT 0,
    started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    seen_at timestamptz NOT NULL DEFAULT clock_timestamp()
  );

  CREATE TABLE fleet.creates (
    service text NOT NULL,
    customer_id uuid NOT NULL,
    product_family text NOT NULL,
    pending json,
    saved_at timestamptz,
    holder uuid,
    turn uuid,
    PRIMARY KEY (service, customer_id, product_family)
  ) WITH (fillfactor = 80);
  `,
  `
  CREATE TABLE fleet.identity (id uuid PRIMARY KEY DEFAULT gen_random_uuid());
  INSERT INTO fleet.identity DEFAULT VALUES;

  CREATE TABLE fleet.hand_overs (
    id uuid PRIMARY KEY,
    list text NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp()
  );
  `,
]
