-- The writing in pictures, line by line as one reads. Computed: read in the background.
CREATE TABLE text_line (
    asset_id BIGINT NOT NULL REFERENCES asset (id) ON DELETE CASCADE,
    line INTEGER NOT NULL,
    text TEXT COLLATE "C" NOT NULL,
    score DOUBLE PRECISION NOT NULL,
    x DOUBLE PRECISION NOT NULL,
    y DOUBLE PRECISION NOT NULL,
    width DOUBLE PRECISION NOT NULL,
    height DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (asset_id, line)
);
