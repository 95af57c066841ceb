-- Grows whenever something changes that decides what may be shown. Has one row.
CREATE TABLE showable (
    revision INTEGER NOT NULL
) STRICT;
INSERT INTO showable (revision) VALUES (1);

-- The kind of the memory that a film tells, which may not be told any more.
ALTER TABLE film ADD COLUMN kind TEXT NOT NULL DEFAULT '';
UPDATE film SET kind = coalesce(
    (SELECT m.kind FROM memory m WHERE m.id = film.memory_id),
    (SELECT min(s.kind) FROM showing s WHERE s.memory_id = film.memory_id),
    '');

PRAGMA user_version = 6;
