package app.keepsake.media;

/** The container formats that are read, told by a file's first bytes and never by its name. */
public enum MediaType {
    JPEG,
    PNG,
    WEBP,
    HEIF,
    TIFF,
    GIF,
    BMP,
    /** Of cameras: what the sensor wrote, with a JPEG of it, which is shown. DNG, CR3, NEF and the like. */
    RAW,
    MP4,
    QUICKTIME,
    /** Also DivX and cameras' Motion JPEG. */
    AVI,
    /** Also WebM. */
    MATROSKA,
    /** Of camcorders: AVCHD and HDV. */
    MPEG_TS,
    /** Of DVDs and older camcorders. */
    MPEG_PS,
    /** Windows Media. */
    ASF,
    DV;

    /** Whether files of this type are clips: pictures that move, usually with sound. */
    public boolean isVideo() {
        return compareTo(MP4) >= 0;
    }

    /** Whether files of this type are built of ISO base media boxes. */
    public boolean isIso() {
        return this == HEIF || this == MP4 || this == QUICKTIME;
    }
}
