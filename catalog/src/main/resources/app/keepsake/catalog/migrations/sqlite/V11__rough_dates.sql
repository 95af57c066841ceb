-- How well it is known when something was taken: the smallest part that is told, the last day of a range, and why it may
-- be wrong. Whether a scanner made it.
ALTER TABLE asset ADD COLUMN time_precision TEXT NOT NULL DEFAULT 'SECOND';
ALTER TABLE asset ADD COLUMN time_until INTEGER;
ALTER TABLE asset ADD COLUMN time_doubt TEXT;
ALTER TABLE asset ADD COLUMN scanned INTEGER NOT NULL DEFAULT 0;

-- What the user said of it, by content; of what was said of one picture, the last counts. What was said at once has one
-- time.
CREATE TABLE said_date (
    hash BLOB NOT NULL,
    at INTEGER NOT NULL,
    taken INTEGER NOT NULL,
    taken_precision TEXT NOT NULL,
    taken_until INTEGER,
    PRIMARY KEY (hash, at)
) STRICT, WITHOUT ROWID;
CREATE INDEX said_date_by_time ON said_date (at);

-- What files tell of assets of which the user said something else.
CREATE TABLE told_time (
    asset_id INTEGER PRIMARY KEY REFERENCES asset (id) ON DELETE CASCADE,
    captured_at INTEGER,
    utc_offset_s INTEGER,
    time_source TEXT,
    time_precision TEXT NOT NULL,
    time_until INTEGER,
    time_doubt TEXT
) STRICT;

PRAGMA user_version = 11;
