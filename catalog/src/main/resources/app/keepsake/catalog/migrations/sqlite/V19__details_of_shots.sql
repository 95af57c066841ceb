-- What the user said of single shots of a memory: words over them (none where empty), and how long they stand.
CREATE TABLE edit_detail (
    memory_id TEXT NOT NULL REFERENCES edit (memory_id) ON DELETE CASCADE,
    hash BLOB NOT NULL,
    caption TEXT,
    hold TEXT NOT NULL,
    PRIMARY KEY (memory_id, hash)
) STRICT, WITHOUT ROWID;

-- When each shot is seen in a film; none for films that were made before.
CREATE TABLE film_appearance (
    path TEXT NOT NULL REFERENCES film (path) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    asset_id INTEGER NOT NULL REFERENCES asset (id),
    start_ms INTEGER NOT NULL,
    end_ms INTEGER NOT NULL,
    PRIMARY KEY (path, ordinal)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 19;
