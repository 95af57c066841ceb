package app.keepsake.training.internal.files;

/** Why what is read of a file is meant to differ from what exiftool reads. */
public enum Reason {
    OTHER_KIND("a kind of files that is not read"),
    BROKEN("broken: exiftool warns of it, too"),
    NO_PICTURE("exiftool finds no picture in it either"),
    RARE_CODING("a HEIF of a coding that phones do not write"),
    OWNER("an XMP file, or Takeout where its owner changed it, tells otherwise"),
    NAME_BEFORE_HINTS("name or Takeout tell it, and the file only when it was changed or finished"),
    IMPLAUSIBLE_DATE("exiftool's date is none, or that of a clock that was never set"),
    NO_ZONE("exiftool's zone is none that there is"),
    ZERO_PLACE("exiftool's place is 0, 0"),
    OFF_EARTH("exiftool's latitude or longitude is out of range"),
    OUTSIDE("told beside the file, where exiftool does not look"),
    CODED_SIZE("exiftool tells the size that is coded, and the file one to show");

    private final String words;

    Reason(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
