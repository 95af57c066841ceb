-- Files that are being read. What is still here when nobody indexes, a process died over.
CREATE TABLE file_in_hand (
    path TEXT COLLATE "C" PRIMARY KEY,
    size BIGINT NOT NULL,
    modified_ms BIGINT NOT NULL,
    begun INTEGER NOT NULL
);
