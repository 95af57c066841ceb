-- What the user changed of memories. It has no reference to them, since they are made anew; empty columns change nothing.
CREATE TABLE edit (
    memory_id TEXT COLLATE "C" PRIMARY KEY,
    title TEXT,
    subtitle TEXT,
    mood TEXT,
    piece INTEGER NOT NULL,
    music TEXT,
    at BIGINT NOT NULL
);

CREATE TABLE edit_shot (
    memory_id TEXT COLLATE "C" NOT NULL REFERENCES edit (memory_id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    asset_id BIGINT NOT NULL REFERENCES asset (id),
    PRIMARY KEY (memory_id, ordinal)
);

-- The edit with which a film was rendered; empty for none.
ALTER TABLE film ADD COLUMN edition TEXT NOT NULL DEFAULT '';

CREATE TABLE film_chapter (
    path TEXT COLLATE "C" NOT NULL REFERENCES film (path) ON DELETE CASCADE,
    start_ms BIGINT NOT NULL,
    end_ms BIGINT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (path, start_ms)
);
