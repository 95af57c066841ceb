package app.keepsake.media;

import java.util.Optional;

/**
 * What else a file holds than what is shown of it.
 *
 * @param pages of a TIFF, of which the first is shown; 1 of other files
 * @param hdr more light than is shown
 */
public record MediaDetails(int pages, Optional<HdrKind> hdr) {
    /** Nothing else. */
    public static final MediaDetails USUAL = new MediaDetails(1, Optional.empty());

    public static MediaDetails ofPages(int pages) {
        return new MediaDetails(pages, Optional.empty());
    }

    public static MediaDetails ofHdr(Optional<HdrKind> hdr) {
        return new MediaDetails(1, hdr);
    }
}
