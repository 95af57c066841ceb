-- The writing in pictures, line by line as one reads. Computed: read in the background.
CREATE TABLE text_line (
    asset_id INTEGER NOT NULL REFERENCES asset (id) ON DELETE CASCADE,
    line INTEGER NOT NULL,
    text TEXT NOT NULL,
    score REAL NOT NULL,
    x REAL NOT NULL,
    y REAL NOT NULL,
    width REAL NOT NULL,
    height REAL NOT NULL,
    PRIMARY KEY (asset_id, line)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 18;
