-- The tables of SQLite's scripts up to this version, in PostgreSQL's types. Columns that are ordered by, or searched by
-- ranges, compare bytes (COLLATE "C") as SQLite does, so that both tell everything in the same order.
-- Times of day are milliseconds of the camera's wall clock since 1970-01-01T00:00; instants are milliseconds of UTC.
-- Boxes are parts (0 to 1) of the upright picture.

CREATE TABLE asset (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    hash BYTEA NOT NULL UNIQUE,
    format TEXT NOT NULL,
    clip BOOLEAN NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    duration_ms BIGINT NOT NULL,
    has_audio BOOLEAN NOT NULL,
    captured_at BIGINT,
    utc_offset_s INTEGER,
    time_source TEXT,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    place_name TEXT,
    place_region TEXT,
    country_code TEXT,
    camera TEXT,
    live_photo_id TEXT,
    burst_id TEXT,
    favourite BOOLEAN NOT NULL,
    hidden BOOLEAN NOT NULL
);
CREATE INDEX asset_by_time ON asset (captured_at NULLS FIRST, hash);
CREATE INDEX asset_by_live_photo ON asset (live_photo_id) WHERE live_photo_id IS NOT NULL;

-- One row a path. A vanished file keeps its row, marked missing; a file that cannot be read has a problem and no asset.
CREATE TABLE file (
    path TEXT COLLATE "C" PRIMARY KEY,
    size BIGINT NOT NULL,
    modified_ms BIGINT NOT NULL,
    sidecar_ms BIGINT NOT NULL,
    asset_id BIGINT REFERENCES asset (id),
    missing BOOLEAN NOT NULL DEFAULT FALSE,
    problem TEXT,
    problem_at BIGINT,
    problem_version TEXT
);
CREATE INDEX file_by_asset ON file (asset_id);
CREATE INDEX file_with_problem ON file (path) WHERE problem IS NOT NULL;

-- Which version of which stage has looked at an asset; also when it found nothing.
CREATE TABLE analysis (
    asset_id BIGINT NOT NULL REFERENCES asset (id) ON DELETE CASCADE,
    stage TEXT NOT NULL,
    version TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (asset_id, stage)
);
CREATE INDEX analysis_by_version ON analysis (stage, version, at);

CREATE TABLE person (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name TEXT,
    hidden BOOLEAN NOT NULL DEFAULT FALSE,
    pet BOOLEAN NOT NULL DEFAULT FALSE,
    key_face_id BIGINT,
    born BIGINT,
    merged_into BIGINT REFERENCES person (id)
);

CREATE TABLE face (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    asset_id BIGINT NOT NULL REFERENCES asset (id) ON DELETE CASCADE,
    x DOUBLE PRECISION NOT NULL,
    y DOUBLE PRECISION NOT NULL,
    width DOUBLE PRECISION NOT NULL,
    height DOUBLE PRECISION NOT NULL,
    score DOUBLE PRECISION NOT NULL,
    quality DOUBLE PRECISION,
    smile DOUBLE PRECISION,
    eyes_open DOUBLE PRECISION,
    name_hint TEXT,
    person_id BIGINT REFERENCES person (id),
    person_by_user BOOLEAN NOT NULL DEFAULT FALSE
);
CREATE INDEX face_by_asset ON face (asset_id);
CREATE INDEX face_by_person ON face (person_id) WHERE person_id IS NOT NULL;
ALTER TABLE person ADD FOREIGN KEY (key_face_id) REFERENCES face (id) ON DELETE SET NULL;
CREATE INDEX person_by_key_face ON person (key_face_id);

-- Apart from the faces, because listings go through all faces and these are large.
CREATE TABLE face_embedding (
    face_id BIGINT PRIMARY KEY REFERENCES face (id) ON DELETE CASCADE,
    model TEXT NOT NULL,
    vector BYTEA NOT NULL
);

-- What the user said about a face; found again by content and box when faces are computed anew.
CREATE TABLE correction (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    hash BYTEA NOT NULL,
    x DOUBLE PRECISION NOT NULL,
    y DOUBLE PRECISION NOT NULL,
    width DOUBLE PRECISION NOT NULL,
    height DOUBLE PRECISION NOT NULL,
    person_id BIGINT NOT NULL REFERENCES person (id),
    same BOOLEAN NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX correction_by_hash ON correction (hash);

CREATE TABLE quality (
    asset_id BIGINT PRIMARY KEY REFERENCES asset (id) ON DELETE CASCADE,
    overall DOUBLE PRECISION NOT NULL,
    sharpness DOUBLE PRECISION NOT NULL,
    exposure DOUBLE PRECISION NOT NULL,
    colourfulness DOUBLE PRECISION NOT NULL,
    perceptual_hash BIGINT NOT NULL,
    best_start_ms BIGINT,
    best_end_ms BIGINT,
    composition DOUBLE PRECISION NOT NULL DEFAULT 0.5,
    colours BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE word (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    text TEXT COLLATE "C" NOT NULL UNIQUE
);

CREATE TABLE tag (
    asset_id BIGINT NOT NULL REFERENCES asset (id) ON DELETE CASCADE,
    name BIGINT NOT NULL REFERENCES word (id),
    source BIGINT NOT NULL REFERENCES word (id),
    confidence DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (asset_id, name, source)
);
CREATE INDEX tag_by_name ON tag (name, confidence);

CREATE TABLE flag (
    asset_id BIGINT NOT NULL REFERENCES asset (id) ON DELETE CASCADE,
    kind TEXT COLLATE "C" NOT NULL,
    probability DOUBLE PRECISION NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (asset_id, kind)
);

CREATE TABLE embedding (
    asset_id BIGINT PRIMARY KEY REFERENCES asset (id) ON DELETE CASCADE,
    model TEXT NOT NULL,
    vector BYTEA NOT NULL
);

CREATE TABLE memory (
    id TEXT COLLATE "C" PRIMARY KEY,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    subtitle TEXT NOT NULL,
    first_day BIGINT NOT NULL,
    last_day BIGINT NOT NULL,
    score DOUBLE PRECISION NOT NULL,
    version TEXT NOT NULL,
    valence DOUBLE PRECISION NOT NULL DEFAULT 0
);

CREATE TABLE shot (
    memory_id TEXT COLLATE "C" NOT NULL REFERENCES memory (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    asset_id BIGINT NOT NULL REFERENCES asset (id),
    role TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (memory_id, ordinal)
);
CREATE INDEX shot_by_asset ON shot (asset_id);

-- Days on which a memory was shown, so that it is not shown again too soon.
CREATE TABLE showing (
    day BIGINT NOT NULL,
    memory_id TEXT COLLATE "C" NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (day, memory_id)
);

-- What was shown on a day, so that a memory that shares most of it counts as the same.
CREATE TABLE showing_asset (
    day BIGINT NOT NULL,
    memory_id TEXT COLLATE "C" NOT NULL,
    asset_id BIGINT NOT NULL REFERENCES asset (id),
    PRIMARY KEY (day, memory_id, asset_id),
    FOREIGN KEY (day, memory_id) REFERENCES showing (day, memory_id) ON DELETE CASCADE
);

CREATE TABLE film (
    path TEXT COLLATE "C" PRIMARY KEY,
    memory_id TEXT NOT NULL,
    rendered_at BIGINT NOT NULL,
    withdrawn_because TEXT
);

-- The assets that a rendered film shows; kept apart from the memory, which may change after the rendering.
CREATE TABLE film_asset (
    path TEXT COLLATE "C" NOT NULL REFERENCES film (path) ON DELETE CASCADE,
    asset_id BIGINT NOT NULL REFERENCES asset (id),
    PRIMARY KEY (path, asset_id)
);
CREATE INDEX film_by_asset ON film_asset (asset_id);

CREATE TABLE choice (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    stance TEXT NOT NULL,
    subject TEXT NOT NULL,
    note TEXT NOT NULL,
    at BIGINT NOT NULL,
    removed_at BIGINT
);
CREATE UNIQUE INDEX choice_in_force ON choice (stance, subject) WHERE removed_at IS NULL;

-- Files that workers on several machines take: the table of db-scheduler 16, whose "task_instance" is the file's path.
CREATE TABLE scheduled_tasks (
    task_name TEXT NOT NULL,
    task_instance TEXT NOT NULL,
    task_data BYTEA,
    execution_time TIMESTAMP WITH TIME ZONE,
    picked BOOLEAN NOT NULL,
    picked_by TEXT,
    last_success TIMESTAMP WITH TIME ZONE,
    last_failure TIMESTAMP WITH TIME ZONE,
    consecutive_failures INTEGER,
    last_heartbeat TIMESTAMP WITH TIME ZONE,
    version BIGINT NOT NULL,
    priority SMALLINT,
    state TEXT,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_task_by_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_task_by_heartbeat ON scheduled_tasks (last_heartbeat);

-- What became of them since they were handed out.
CREATE TABLE job_outcome (
    path TEXT COLLATE "C" PRIMARY KEY,
    outcome TEXT NOT NULL
);
