-- Times of day are milliseconds of the camera's wall clock since 1970-01-01T00:00; instants are milliseconds of UTC.
-- Boxes are parts (0 to 1) of the upright picture.

CREATE TABLE asset (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    format TEXT NOT NULL,
    clip INTEGER NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL,
    has_audio INTEGER NOT NULL,
    captured_at INTEGER,
    utc_offset_s INTEGER,
    time_source TEXT,
    latitude REAL,
    longitude REAL,
    place_name TEXT,
    place_region TEXT,
    country_code TEXT,
    camera TEXT,
    live_photo_id TEXT,
    burst_id TEXT,
    favourite INTEGER NOT NULL,
    hidden INTEGER NOT NULL
) STRICT;
CREATE INDEX asset_by_time ON asset (captured_at, hash);
CREATE INDEX asset_by_live_photo ON asset (live_photo_id) WHERE live_photo_id IS NOT NULL;

-- One row a path. A vanished file keeps its row, marked missing; a file that cannot be read has a problem and no asset.
CREATE TABLE file (
    path TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    modified_ms INTEGER NOT NULL,
    sidecar_ms INTEGER NOT NULL,
    asset_id INTEGER REFERENCES asset (id),
    missing INTEGER NOT NULL DEFAULT 0,
    problem TEXT,
    problem_at INTEGER,
    problem_version TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX file_by_asset ON file (asset_id);
CREATE INDEX file_with_problem ON file (path) WHERE problem IS NOT NULL;

-- Which version of which stage has looked at an asset; also when it found nothing.
CREATE TABLE analysis (
    asset_id INTEGER NOT NULL REFERENCES asset (id) ON DELETE CASCADE,
    stage TEXT NOT NULL,
    version TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (asset_id, stage)
) STRICT, WITHOUT ROWID;
CREATE INDEX analysis_by_version ON analysis (stage, version, at);

CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    name TEXT,
    hidden INTEGER NOT NULL DEFAULT 0,
    pet INTEGER NOT NULL DEFAULT 0,
    key_face_id INTEGER REFERENCES face (id) ON DELETE SET NULL,
    born INTEGER,
    merged_into INTEGER REFERENCES person (id)
) STRICT;

CREATE TABLE face (
    id INTEGER PRIMARY KEY,
    asset_id INTEGER NOT NULL REFERENCES asset (id) ON DELETE CASCADE,
    x REAL NOT NULL,
    y REAL NOT NULL,
    width REAL NOT NULL,
    height REAL NOT NULL,
    score REAL NOT NULL,
    quality REAL,
    smile REAL,
    eyes_open REAL,
    name_hint TEXT,
    person_id INTEGER REFERENCES person (id),
    person_by_user INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX face_by_asset ON face (asset_id);
CREATE INDEX face_by_person ON face (person_id) WHERE person_id IS NOT NULL;

-- Apart from the faces, because listings go through all faces and these are large.
CREATE TABLE face_embedding (
    face_id INTEGER PRIMARY KEY REFERENCES face (id) ON DELETE CASCADE,
    model TEXT NOT NULL,
    vector BLOB NOT NULL
) STRICT;

-- What the user said about a face; found again by content and box when faces are computed anew.
CREATE TABLE correction (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL,
    x REAL NOT NULL,
    y REAL NOT NULL,
    width REAL NOT NULL,
    height REAL NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id),
    same INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX correction_by_hash ON correction (hash);

CREATE TABLE quality (
    asset_id INTEGER PRIMARY KEY REFERENCES asset (id) ON DELETE CASCADE,
    overall REAL NOT NULL,
    sharpness REAL NOT NULL,
    exposure REAL NOT NULL,
    colourfulness REAL NOT NULL,
    perceptual_hash INTEGER NOT NULL,
    best_start_ms INTEGER,
    best_end_ms INTEGER
) STRICT;

CREATE TABLE word (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE tag (
    asset_id INTEGER NOT NULL REFERENCES asset (id) ON DELETE CASCADE,
    name INTEGER NOT NULL REFERENCES word (id),
    source INTEGER NOT NULL REFERENCES word (id),
    confidence REAL NOT NULL,
    PRIMARY KEY (asset_id, name, source)
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_by_name ON tag (name, confidence);

CREATE TABLE flag (
    asset_id INTEGER NOT NULL REFERENCES asset (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    probability REAL NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (asset_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE embedding (
    asset_id INTEGER PRIMARY KEY REFERENCES asset (id) ON DELETE CASCADE,
    model TEXT NOT NULL,
    vector BLOB NOT NULL
) STRICT;

CREATE TABLE memory (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    subtitle TEXT NOT NULL,
    first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL,
    score REAL NOT NULL,
    version TEXT NOT NULL
) STRICT;

CREATE TABLE shot (
    memory_id TEXT NOT NULL REFERENCES memory (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    asset_id INTEGER NOT NULL REFERENCES asset (id),
    role TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (memory_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX shot_by_asset ON shot (asset_id);

-- Days on which a memory was shown, so that it is not shown again too soon.
CREATE TABLE showing (
    day INTEGER NOT NULL,
    memory_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (day, memory_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE film (
    path TEXT PRIMARY KEY,
    memory_id TEXT NOT NULL,
    rendered_at INTEGER NOT NULL,
    withdrawn_because TEXT
) STRICT, WITHOUT ROWID;

-- The assets that a rendered film shows; kept apart from the memory, which may change after the rendering.
CREATE TABLE film_asset (
    path TEXT NOT NULL REFERENCES film (path) ON DELETE CASCADE,
    asset_id INTEGER NOT NULL REFERENCES asset (id),
    PRIMARY KEY (path, asset_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX film_by_asset ON film_asset (asset_id);

CREATE TABLE choice (
    id INTEGER PRIMARY KEY,
    stance TEXT NOT NULL,
    subject TEXT NOT NULL,
    note TEXT NOT NULL,
    at INTEGER NOT NULL,
    removed_at INTEGER
) STRICT;
CREATE UNIQUE INDEX choice_in_force ON choice (stance, subject) WHERE removed_at IS NULL;

PRAGMA user_version = 1;
