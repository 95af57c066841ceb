-- What an encoder of the owner's says of a photo: a direction, as whole numbers of 8 bits. Computed in the background.
CREATE TABLE encoding (
    asset_id BIGINT PRIMARY KEY REFERENCES asset (id) ON DELETE CASCADE,
    encoder TEXT COLLATE "C" NOT NULL,
    vector BYTEA NOT NULL
);
