-- -1 (sombre) to 1 (joyful); decides which moods fit a film.
ALTER TABLE memory ADD COLUMN valence REAL NOT NULL DEFAULT 0;

-- What was shown on a day, so that a memory that shares most of it counts as the same.
CREATE TABLE showing_asset (
    day INTEGER NOT NULL,
    memory_id TEXT NOT NULL,
    asset_id INTEGER NOT NULL REFERENCES asset (id),
    PRIMARY KEY (day, memory_id, asset_id),
    FOREIGN KEY (day, memory_id) REFERENCES showing (day, memory_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 2;
