package app.keepsake.catalog;

/** The smallest part of a time that is known, the coarsest first. */
public enum Precision {
    YEAR,
    MONTH,
    DAY,
    MINUTE,
    SECOND
}
