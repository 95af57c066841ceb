-- The shot that stands for a memory; 0 for the first.
ALTER TABLE memory ADD COLUMN cover INTEGER NOT NULL DEFAULT 0;

-- What the user said of a memory as a whole: that it stays, or is gone. It has no reference to it, since memories are made anew.
CREATE TABLE memory_mark (
    memory_id TEXT PRIMARY KEY,
    mark TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 15;
