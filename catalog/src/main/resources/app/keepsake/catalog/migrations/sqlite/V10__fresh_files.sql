-- Files modified so shortly before they were read that a change behind the reading would have the same time.
ALTER TABLE file ADD COLUMN fresh INTEGER NOT NULL DEFAULT 0;

PRAGMA user_version = 10;
