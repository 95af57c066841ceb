-- What cameras keep of the seconds around a photo: where in its file the clip lies (0 bytes where it is a file of its own).
ALTER TABLE asset ADD COLUMN movement_at INTEGER;
ALTER TABLE asset ADD COLUMN movement_bytes INTEGER;
ALTER TABLE asset ADD COLUMN movement_still_ms INTEGER;
ALTER TABLE asset ADD COLUMN movement_ms INTEGER;
ALTER TABLE asset ADD COLUMN movement_width INTEGER;
ALTER TABLE asset ADD COLUMN movement_height INTEGER;
ALTER TABLE asset ADD COLUMN movement_audio INTEGER;

-- Which photos of a memory the user lets move, or stand still.
CREATE TABLE edit_movement (
    memory_id TEXT NOT NULL REFERENCES edit (memory_id) ON DELETE CASCADE,
    hash BLOB NOT NULL,
    moves INTEGER NOT NULL,
    PRIMARY KEY (memory_id, hash)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 13;
