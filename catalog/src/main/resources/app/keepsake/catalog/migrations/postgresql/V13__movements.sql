-- What cameras keep of the seconds around a photo: where in its file the clip lies (0 bytes where it is a file of its own).
ALTER TABLE asset ADD COLUMN movement_at BIGINT;
ALTER TABLE asset ADD COLUMN movement_bytes BIGINT;
ALTER TABLE asset ADD COLUMN movement_still_ms BIGINT;
ALTER TABLE asset ADD COLUMN movement_ms BIGINT;
ALTER TABLE asset ADD COLUMN movement_width INTEGER;
ALTER TABLE asset ADD COLUMN movement_height INTEGER;
ALTER TABLE asset ADD COLUMN movement_audio BOOLEAN;

-- Which photos of a memory the user lets move, or stand still.
CREATE TABLE edit_movement (
    memory_id TEXT COLLATE "C" NOT NULL REFERENCES edit (memory_id) ON DELETE CASCADE,
    hash BYTEA NOT NULL,
    moves BOOLEAN NOT NULL,
    PRIMARY KEY (memory_id, hash)
);
