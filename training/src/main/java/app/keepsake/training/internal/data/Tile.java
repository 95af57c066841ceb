package app.keepsake.training.internal.data;

import java.util.List;

/**
 * A piece of a photo at one of its scales, larger than the student's input so that it can be turned and scaled.
 *
 * @param photo number of the photo that it comes from
 * @param heldOut true if the photo is kept from training
 * @param anchored true if the first face lies in the middle at {@link TileCutter#ANCHOR_SIZE}
 * @param faces faces in pixels of the tile, also such as reach beyond it
 * @param rgb {@code [SIDE, SIDE, 3]}; 128 where the photo has ended
 */
public record Tile(int photo, boolean heldOut, boolean anchored, List<FaceBox> faces, byte[] rgb) {
    /** Pixels of each side. */
    public static final int SIDE = 184;

    static final int BYTES = SIDE * SIDE * 3;

    /** Channel value 0-255, the nearest one inside for places outside. */
    public int at(int x, int y, int channel) {
        int cx = Math.clamp(x, 0, SIDE - 1);
        int cy = Math.clamp(y, 0, SIDE - 1);
        return rgb[(cy * SIDE + cx) * 3 + channel] & 255;
    }
}
