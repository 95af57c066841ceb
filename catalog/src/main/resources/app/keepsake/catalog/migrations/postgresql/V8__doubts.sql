-- Faces whose people may be one, as computed; the most useful question first.
CREATE TABLE doubt (
    ordinal INTEGER PRIMARY KEY,
    face_id BIGINT NOT NULL REFERENCES face (id) ON DELETE CASCADE,
    other_id BIGINT NOT NULL REFERENCES face (id) ON DELETE CASCADE,
    likeness DOUBLE PRECISION NOT NULL
);
CREATE INDEX doubt_by_face ON doubt (face_id);
CREATE INDEX doubt_by_other ON doubt (other_id);

-- Pairs of faces of which the user could not tell whether they are one person; by content and box, as corrections are.
CREATE TABLE unsure (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    hash BYTEA NOT NULL,
    x DOUBLE PRECISION NOT NULL,
    y DOUBLE PRECISION NOT NULL,
    width DOUBLE PRECISION NOT NULL,
    height DOUBLE PRECISION NOT NULL,
    other_hash BYTEA NOT NULL,
    other_x DOUBLE PRECISION NOT NULL,
    other_y DOUBLE PRECISION NOT NULL,
    other_width DOUBLE PRECISION NOT NULL,
    other_height DOUBLE PRECISION NOT NULL,
    at BIGINT NOT NULL
);
