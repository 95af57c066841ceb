-- Albums as folders and other programs tell of them, and what is in each. Computed: found anew at each index run.
CREATE TABLE album (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source TEXT COLLATE "C" NOT NULL,
    album_key TEXT COLLATE "C" NOT NULL,
    title TEXT COLLATE "C" NOT NULL,
    description TEXT NOT NULL,
    shared BOOLEAN NOT NULL,
    UNIQUE (source, album_key)
);

CREATE TABLE album_asset (
    album_id BIGINT NOT NULL REFERENCES album (id) ON DELETE CASCADE,
    asset_id BIGINT NOT NULL REFERENCES asset (id) ON DELETE CASCADE,
    PRIMARY KEY (album_id, asset_id)
);
CREATE INDEX album_by_asset ON album_asset (asset_id);
