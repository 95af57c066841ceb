-- Albums as folders and other programs tell of them, and what is in each. Computed: found anew at each index run.
CREATE TABLE album (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    album_key TEXT NOT NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    shared INTEGER NOT NULL,
    UNIQUE (source, album_key)
) STRICT;

CREATE TABLE album_asset (
    album_id INTEGER NOT NULL REFERENCES album (id) ON DELETE CASCADE,
    asset_id INTEGER NOT NULL REFERENCES asset (id) ON DELETE CASCADE,
    PRIMARY KEY (album_id, asset_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX album_by_asset ON album_asset (asset_id);

PRAGMA user_version = 14;
