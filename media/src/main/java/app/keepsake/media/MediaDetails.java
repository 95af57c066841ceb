package app.keepsake.media;

import java.util.Optional;

/**
 * What else a file holds than what is shown of it.
 *
 * @param pages of a TIFF, of which the first is shown; 1 of other files
 * @param hdr more light than is shown
 * @param smallPreview whether a raw file has no picture in it whose longer side is 1000 pixels or more
 */
public record MediaDetails(int pages, Optional<HdrKind> hdr, boolean smallPreview) {
    /** Nothing else. */
    public static final MediaDetails USUAL = new MediaDetails(1, Optional.empty(), false);

    public static MediaDetails ofPages(int pages) {
        return new MediaDetails(pages, Optional.empty(), false);
    }

    public static MediaDetails ofHdr(Optional<HdrKind> hdr) {
        return new MediaDetails(1, hdr, false);
    }

    public static MediaDetails ofPreview(boolean small) {
        return new MediaDetails(1, Optional.empty(), small);
    }
}
