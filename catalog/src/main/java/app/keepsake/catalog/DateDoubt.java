package app.keepsake.catalog;

/** Why the date of a picture may be wrong, the gravest reason first. */
public enum DateDoubt {
    /** Nothing tells a date. */
    UNDATED,
    /** Only the file system tells one. */
    FILE_TIME,
    /** It is one that clocks show which were never set. */
    UNSET_CLOCK,
    /** It is the day of scanning. */
    SCANNED,
    /** It is the day of uploading. */
    UPLOADED,
    /** It is the day of the last edit. */
    EDITED,
    /** What tells of it, tells different days. */
    CONFLICT,
    /** It is known to the month or the year only. */
    ROUGH
}
