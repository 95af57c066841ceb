package app.keepsake.vision;

/**
 * A face in a frame of a stream.
 *
 * @param id the same for the same face from its first frame to its last, never used again
 * @param face in pixels of the frame; between detections the score is that of the last one
 * @param detected true if the detector saw it in this frame, false if it was followed there
 */
public record TrackedFace(long id, Face face, boolean detected) {}
