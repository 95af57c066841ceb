-- Faces whose people may be one, as computed; the most useful question first.
CREATE TABLE doubt (
    ordinal INTEGER NOT NULL PRIMARY KEY,
    face_id INTEGER NOT NULL REFERENCES face (id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES face (id) ON DELETE CASCADE,
    likeness REAL NOT NULL
) STRICT;
CREATE INDEX doubt_by_face ON doubt (face_id);
CREATE INDEX doubt_by_other ON doubt (other_id);

-- Pairs of faces of which the user could not tell whether they are one person; by content and box, as corrections are.
CREATE TABLE unsure (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL,
    x REAL NOT NULL,
    y REAL NOT NULL,
    width REAL NOT NULL,
    height REAL NOT NULL,
    other_hash BLOB NOT NULL,
    other_x REAL NOT NULL,
    other_y REAL NOT NULL,
    other_width REAL NOT NULL,
    other_height REAL NOT NULL,
    at INTEGER NOT NULL
) STRICT;

PRAGMA user_version = 8;
