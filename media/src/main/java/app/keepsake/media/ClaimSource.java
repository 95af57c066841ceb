package app.keepsake.media;

/** Where a claim on when or where something was taken comes from, the surest first. */
public enum ClaimSource {
    /** An XMP file beside it: what the owner's programs know now. */
    SIDECAR("XMP", "XMP sidecar", Trust.OWNER),
    /** What a photo server tells of it, with its owner's corrections there. */
    SERVER("photo server", "photo server", Trust.OWNER),
    /** Takeout, where it tells something else than the file: the owner changed it in Google Photos. */
    TAKEOUT_CORRECTED("Takeout", "Takeout, corrected", Trust.OWNER),
    EXIF_ORIGINAL("EXIF", "EXIF original", Trust.CAMERA),
    /** A clip's own date with its zone, as Apple writes it. */
    QUICKTIME("QuickTime", "QuickTime date", Trust.CAMERA),
    XMP_ORIGINAL("XMP", "XMP original", Trust.PROGRAM),
    IPTC("IPTC", "IPTC created", Trust.PROGRAM),
    /** Of a scan, when it was scanned. */
    EXIF_DIGITIZED("EXIF", "EXIF digitized", Trust.CAMERA),
    PNG("PNG", "PNG Creation Time", Trust.PROGRAM),
    TAKEOUT("Takeout", "Takeout", Trust.PROGRAM),
    NAME("file name", "file name", Trust.PROGRAM),
    /** XMP's digitized and created: of an edited picture often when the edited file began. */
    XMP_CREATED("XMP", "XMP created", Trust.HINT),
    /** The header of a clip, in UTC: when it began, or when it was finished. */
    HEADER("QuickTime", "clip header", Trust.HINT),
    /** The still of a live photo, for its clip. */
    STILL("live photo", "live photo's still", Trust.HINT),
    /** The satellites' clock. */
    GPS("EXIF", "GPS clock", Trust.HINT),
    /** Takeout of what was never dated: when it was uploaded. */
    TAKEOUT_UPLOAD("Takeout", "Takeout, uploaded", Trust.LAST),
    /** When the file was last edited. */
    MODIFIED("EXIF", "EXIF modified", Trust.LAST),
    /** When the file system says that the file was changed. */
    FILE_TIME("file time", "file time", Trust.LAST);

    /** How far a source is believed. */
    public enum Trust {
        OWNER,
        CAMERA,
        PROGRAM,
        HINT,
        LAST
    }

    private final String family;
    private final String title;
    private final Trust trust;

    ClaimSource(String family, String title, Trust trust) {
        this.family = family;
        this.title = title;
        this.trust = trust;
    }

    /** As {@link MediaInfo#timeSource} has it. */
    public String family() {
        return family;
    }

    /** The source itself, for people. */
    public String title() {
        return title;
    }

    public Trust trust() {
        return trust;
    }
}
