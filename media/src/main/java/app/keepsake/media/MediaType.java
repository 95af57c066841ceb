package app.keepsake.media;

/** The container formats that are read, told by a file's first bytes and never by its name. */
public enum MediaType {
    JPEG,
    PNG,
    WEBP,
    HEIF,
    TIFF,
    GIF,
    MP4,
    QUICKTIME;

    /** Whether files of this type are clips: pictures that move, usually with sound. */
    public boolean isVideo() {
        return this == MP4 || this == QUICKTIME;
    }
}
