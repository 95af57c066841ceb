-- The shot that stands for a memory; 0 for the first.
ALTER TABLE memory ADD COLUMN cover BIGINT NOT NULL DEFAULT 0;

-- What the user said of a memory as a whole: that it stays, or is gone. It has no reference to it, since memories are made anew.
CREATE TABLE memory_mark (
    memory_id TEXT COLLATE "C" PRIMARY KEY,
    mark TEXT NOT NULL,
    at BIGINT NOT NULL
);
