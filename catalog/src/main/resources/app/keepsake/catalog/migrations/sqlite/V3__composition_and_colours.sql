-- 0 to 1: how well the subject lies in the picture.
ALTER TABLE quality ADD COLUMN composition REAL NOT NULL DEFAULT 0.5;

-- The half of a picture's signature that describes colours; 0 if unknown.
ALTER TABLE quality ADD COLUMN colours INTEGER NOT NULL DEFAULT 0;

PRAGMA user_version = 3;
