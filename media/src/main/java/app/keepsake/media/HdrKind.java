package app.keepsake.media;

/** How a picture or clip holds more light than a usual screen shows; what is shown of it is the usual range. */
public enum HdrKind {
    /** A usual picture, and a second one that says how much brighter each place may be (ISO 21496-1; Ultra HDR). */
    GAIN_MAP,
    /** The same as Apple's cameras wrote it before there was a standard. */
    APPLE_GAIN_MAP,
    /** Light by SMPTE ST 2084, rolled off to the usual range when it is decoded. */
    PQ,
    /** Light by ARIB STD-B67, rolled off likewise. */
    HLG
}
