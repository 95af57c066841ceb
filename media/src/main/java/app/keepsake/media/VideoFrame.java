package app.keepsake.media;

import java.time.Duration;

/**
 * One frame of a clip.
 *
 * @param time presentation time from the clip's start
 * @param image upright, sRGB
 */
public record VideoFrame(Duration time, RgbImage image) {}
