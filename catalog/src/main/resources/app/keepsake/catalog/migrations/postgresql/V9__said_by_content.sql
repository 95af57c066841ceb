-- What the user said outlives what is known of files: shots of edits, and what was shown, are kept by content.
CREATE TABLE edit_content (
    memory_id TEXT COLLATE "C" NOT NULL REFERENCES edit (memory_id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    hash BYTEA NOT NULL,
    PRIMARY KEY (memory_id, ordinal)
);
INSERT INTO edit_content SELECT s.memory_id, s.ordinal, a.hash FROM edit_shot s JOIN asset a ON a.id = s.asset_id;
DROP TABLE edit_shot;
ALTER TABLE edit_content RENAME TO edit_shot;

CREATE TABLE showing_content (
    day BIGINT NOT NULL,
    memory_id TEXT COLLATE "C" NOT NULL,
    hash BYTEA NOT NULL,
    PRIMARY KEY (day, memory_id, hash),
    FOREIGN KEY (day, memory_id) REFERENCES showing (day, memory_id) ON DELETE CASCADE
);
INSERT INTO showing_content
    SELECT s.day, s.memory_id, a.hash FROM showing_asset s JOIN asset a ON a.id = s.asset_id;
DROP TABLE showing_asset;
ALTER TABLE showing_content RENAME TO showing_asset;

-- Whose faces are that were not found yet: of a library that was restored from a backup and is still to be indexed.
CREATE TABLE expected_face (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    hash BYTEA NOT NULL,
    x DOUBLE PRECISION NOT NULL,
    y DOUBLE PRECISION NOT NULL,
    width DOUBLE PRECISION NOT NULL,
    height DOUBLE PRECISION NOT NULL,
    person_id BIGINT NOT NULL REFERENCES person (id),
    is_key BOOLEAN NOT NULL
);
CREATE INDEX expected_face_by_hash ON expected_face (hash);

-- Memories that the user asked for, in the words that make them anew.
CREATE TABLE request (
    memory_id TEXT COLLATE "C" PRIMARY KEY,
    kind TEXT NOT NULL,
    words TEXT NOT NULL
);
