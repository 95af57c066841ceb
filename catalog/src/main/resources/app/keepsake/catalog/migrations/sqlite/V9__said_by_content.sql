-- What the user said outlives what is known of files: shots of edits, and what was shown, are kept by content.
CREATE TABLE edit_content (
    memory_id TEXT NOT NULL REFERENCES edit (memory_id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (memory_id, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO edit_content SELECT s.memory_id, s.ordinal, a.hash FROM edit_shot s JOIN asset a ON a.id = s.asset_id;
DROP TABLE edit_shot;
ALTER TABLE edit_content RENAME TO edit_shot;

CREATE TABLE showing_content (
    day INTEGER NOT NULL,
    memory_id TEXT NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (day, memory_id, hash),
    FOREIGN KEY (day, memory_id) REFERENCES showing (day, memory_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
INSERT INTO showing_content
    SELECT s.day, s.memory_id, a.hash FROM showing_asset s JOIN asset a ON a.id = s.asset_id;
DROP TABLE showing_asset;
ALTER TABLE showing_content RENAME TO showing_asset;

-- Whose faces are that were not found yet: of a library that was restored from a backup and is still to be indexed.
CREATE TABLE expected_face (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL,
    x REAL NOT NULL,
    y REAL NOT NULL,
    width REAL NOT NULL,
    height REAL NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id),
    is_key INTEGER NOT NULL
) STRICT;
CREATE INDEX expected_face_by_hash ON expected_face (hash);

-- Memories that the user asked for, in the words that make them anew.
CREATE TABLE request (
    memory_id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 9;
