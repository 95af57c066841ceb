-- What an encoder of the owner's says of a photo: a direction, as whole numbers of 8 bits. Computed in the background.
CREATE TABLE encoding (
    asset_id INTEGER PRIMARY KEY REFERENCES asset (id) ON DELETE CASCADE,
    encoder TEXT NOT NULL,
    vector BLOB NOT NULL
) STRICT;

PRAGMA user_version = 21;
