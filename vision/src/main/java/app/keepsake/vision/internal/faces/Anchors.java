package app.keepsake.vision.internal.faces;

import app.keepsake.engine.Tensor;
import app.keepsake.vision.Face;

/**
 * The boxes that the network's answers are relative to, on the grids of the trained 512 x 512 input, and what the
 * answers mean.
 */
final class Anchors {
    /** Extent of the input for which the anchors were made, pixels. */
    static final int TRAINED_SIZE = 512;

    private static final float CENTRE_SCALE = 10;
    private static final float SIZE_SCALE = 5;
    private static final int CLASSES = 3;

    private final float[] boxes;
    private final int[] gridSides = new int[SsdNetwork.HEADS];
    private final int[] anchorsPerCell = new int[SsdNetwork.HEADS];
    private final int[] starts = new int[SsdNetwork.HEADS];

    /** @param table {@code [1, anchors, 4]}: top, left, bottom, right in 512ths, head after head, row after row */
    Anchors(Tensor table) {
        boxes = table.data();
        int side = TRAINED_SIZE / 16;
        int start = 0;
        for (int head = 0; head < SsdNetwork.HEADS; head++) {
            gridSides[head] = side;
            anchorsPerCell[head] = head == 0 ? 3 : 6;
            starts[head] = start;
            start += side * side * anchorsPerCell[head];
            side = Math.ceilDiv(side, 2);
        }
        if (start * 4 != boxes.length) {
            throw new IllegalArgumentException(
                    "The face detector's anchors (%d) must be %d. Build again.".formatted(boxes.length / 4, start));
        }
    }

    /** Receives boxes in pixels of the network's input. */
    interface Sink {
        void accept(Face face);
    }

    /**
     * Decodes a head's answers.
     *
     * @param encodings {@code [1, h, w, anchors * 4]}, the grid's top-left part
     * @param logits {@code [1, h, w, anchors * 3]}
     */
    void decode(int head, Tensor encodings, Tensor logits, double minimumScore, Sink sink) {
        int rows = Math.min(encodings.shape().h(), gridSides[head]);
        int columns = Math.min(encodings.shape().w(), gridSides[head]);
        int perCell = anchorsPerCell[head];
        double minimumLogit = Math.log(minimumScore / (1 - minimumScore));
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int cell = (row * encodings.shape().w() + column) * perCell;
                int anchor = starts[head] + (row * gridSides[head] + column) * perCell;
                for (int i = 0; i < perCell; i++) {
                    float logit = logits.data()[(cell + i) * CLASSES + 1];
                    if (logit >= minimumLogit) {
                        sink.accept(decode(anchor + i, encodings.data(), (cell + i) * 4, logit));
                    }
                }
            }
        }
    }

    private Face decode(int anchor, float[] encodings, int at, float logit) {
        float top = boxes[anchor * 4];
        float left = boxes[anchor * 4 + 1];
        float height = boxes[anchor * 4 + 2] - top;
        float width = boxes[anchor * 4 + 3] - left;
        double centreY = top + height / 2 + encodings[at] / CENTRE_SCALE * height;
        double centreX = left + width / 2 + encodings[at + 1] / CENTRE_SCALE * width;
        double faceHeight = Math.exp(encodings[at + 2] / SIZE_SCALE) * height;
        double faceWidth = Math.exp(encodings[at + 3] / SIZE_SCALE) * width;
        return new Face(
                (centreX - faceWidth / 2) * TRAINED_SIZE,
                (centreY - faceHeight / 2) * TRAINED_SIZE,
                faceWidth * TRAINED_SIZE,
                faceHeight * TRAINED_SIZE,
                1 / (1 + Math.exp(-logit)));
    }
}
