-- Files modified so shortly before they were read that a change behind the reading would have the same time.
ALTER TABLE file ADD COLUMN fresh BOOLEAN NOT NULL DEFAULT FALSE;
