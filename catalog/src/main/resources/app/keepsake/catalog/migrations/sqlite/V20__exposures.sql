-- What a photo was taken with, and how it was exposed: f-number, seconds, sensitivity, and the length of the lens.
ALTER TABLE asset ADD COLUMN lens TEXT;
ALTER TABLE asset ADD COLUMN aperture REAL;
ALTER TABLE asset ADD COLUMN exposure_s REAL;
ALTER TABLE asset ADD COLUMN iso INTEGER;
ALTER TABLE asset ADD COLUMN focal_mm REAL;

PRAGMA user_version = 20;
