package app.keepsake.catalog;

import java.time.Duration;

/**
 * The seconds around a photo that its camera kept.
 *
 * @param offset of the clip's first byte in the photo's file
 * @param bytes of the clip in the photo's file; 0 where it is a file, and so an asset, of its own, see {@link
 *     Assets#clipsOf}
 * @param still when in the clip the photo was taken
 * @param length of the clip
 * @param width of its upright frames, pixels
 * @param height of its upright frames, pixels
 * @param hasAudio whether there is a sound track
 */
public record Movement(
        long offset, long bytes, Duration still, Duration length, int width, int height, boolean hasAudio) {
    /** Whether the clip is a part of the photo's own file. */
    public boolean isInside() {
        return bytes > 0;
    }
}
