-- Files that are being read. What is still here when nobody indexes, a process died over.
CREATE TABLE file_in_hand (
    path TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    modified_ms INTEGER NOT NULL,
    begun INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 7;
