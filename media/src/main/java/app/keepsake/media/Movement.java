package app.keepsake.media;

import java.time.Duration;
import java.util.Optional;

/**
 * The seconds around a photo that its camera kept: of a motion photo, or of a live photo, whose clip is a file beside it.
 *
 * @param inset where the clip lies in the photo's own file; empty for one beside it, see {@link MediaReader#clipBeside}
 * @param still when in the clip the photo was taken; its middle where nothing tells it
 * @param length of the clip
 * @param width of its upright frames, pixels
 * @param height of its upright frames, pixels
 * @param hasAudio whether it has a sound track
 */
public record Movement(
        Optional<Inset> inset, Duration still, Duration length, int width, int height, boolean hasAudio) {}
