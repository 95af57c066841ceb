-- What the user changed of memories. It has no reference to them, since they are made anew; empty columns change nothing.
CREATE TABLE edit (
    memory_id TEXT PRIMARY KEY,
    title TEXT,
    subtitle TEXT,
    mood TEXT,
    piece INTEGER NOT NULL,
    music TEXT,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE edit_shot (
    memory_id TEXT NOT NULL REFERENCES edit (memory_id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    asset_id INTEGER NOT NULL REFERENCES asset (id),
    PRIMARY KEY (memory_id, ordinal)
) STRICT, WITHOUT ROWID;

-- The edit with which a film was rendered; empty for none.
ALTER TABLE film ADD COLUMN edition TEXT NOT NULL DEFAULT '';

CREATE TABLE film_chapter (
    path TEXT NOT NULL REFERENCES film (path) ON DELETE CASCADE,
    start_ms INTEGER NOT NULL,
    end_ms INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (path, start_ms)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 4;
