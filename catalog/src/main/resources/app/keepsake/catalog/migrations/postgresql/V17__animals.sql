-- What kind of animal it is that lies in the box; null for the face of a person. Whose it is, only the user says.
ALTER TABLE face ADD COLUMN animal TEXT;
