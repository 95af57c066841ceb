-- Whether a group of faces is nobody: statues, posters. The day of the year of a birth of unknown year, as month * 100 + day.
-- Who somebody is to the owner.
ALTER TABLE person ADD COLUMN nobody INTEGER NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN birthday INTEGER;
ALTER TABLE person ADD COLUMN relation TEXT;

PRAGMA user_version = 16;
