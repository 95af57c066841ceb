package app.keepsake.sources;

/** In which form an asset is read. */
public enum Rendition {
    /** A picture that the other side made of a photo to look at: about 1,440 pixels, without metadata. */
    PREVIEW,
    /** A clip as the other side plays it, which may be smaller than the original. */
    PLAYBACK,
    /** The very file. */
    ORIGINAL
}
