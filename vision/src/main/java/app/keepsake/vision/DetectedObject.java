package app.keepsake.vision;

/**
 * A thing in a picture.
 *
 * @param name as COCO names it, for example "dog"
 * @param x left edge, pixels
 * @param y top edge, pixels
 * @param width pixels
 * @param height pixels
 * @param score of the detector, 0 to 1; not calibrated
 */
public record DetectedObject(String name, double x, double y, double width, double height, double score) {
    /** The same thing in a picture that is {@code factor} times as large. */
    public DetectedObject scaled(double factor) {
        return new DetectedObject(name, x * factor, y * factor, width * factor, height * factor, score);
    }

    double area() {
        return width * height;
    }
}
