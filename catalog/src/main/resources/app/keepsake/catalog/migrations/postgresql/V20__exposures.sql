-- What a photo was taken with, and how it was exposed: f-number, seconds, sensitivity, and the length of the lens.
ALTER TABLE asset ADD COLUMN lens TEXT;
ALTER TABLE asset ADD COLUMN aperture DOUBLE PRECISION;
ALTER TABLE asset ADD COLUMN exposure_s DOUBLE PRECISION;
ALTER TABLE asset ADD COLUMN iso INTEGER;
ALTER TABLE asset ADD COLUMN focal_mm DOUBLE PRECISION;
