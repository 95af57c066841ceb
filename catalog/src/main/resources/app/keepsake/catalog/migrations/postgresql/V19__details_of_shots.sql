-- What the user said of single shots of a memory: words over them (none where empty), and how long they stand.
CREATE TABLE edit_detail (
    memory_id TEXT COLLATE "C" NOT NULL REFERENCES edit (memory_id) ON DELETE CASCADE,
    hash BYTEA NOT NULL,
    caption TEXT,
    hold TEXT NOT NULL,
    PRIMARY KEY (memory_id, hash)
);

-- When each shot is seen in a film; none for films that were made before.
CREATE TABLE film_appearance (
    path TEXT COLLATE "C" NOT NULL REFERENCES film (path) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    asset_id BIGINT NOT NULL REFERENCES asset (id),
    start_ms BIGINT NOT NULL,
    end_ms BIGINT NOT NULL,
    PRIMARY KEY (path, ordinal)
);
