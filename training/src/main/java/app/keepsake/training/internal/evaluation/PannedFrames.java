package app.keepsake.training.internal.evaluation;

import app.keepsake.media.RgbImage;
import app.keepsake.training.internal.data.Pixels;
import java.util.ArrayList;
import java.util.List;

/** A clip made of a photo: a view that sways over it and ends where it began. */
public final class PannedFrames {
    /** What a view shows of the photo along the side that has less to spare. */
    private static final double SHOWN = 0.8;

    private PannedFrames() {}

    public static List<RgbImage> of(RgbImage photo, int width, int height, int count) {
        double scale = Math.max(width / (SHOWN * photo.width()), height / (SHOWN * photo.height()));
        Pixels scaled = new Pixels(photo.width(), photo.height(), photo.pixels()).scaled(scale);
        List<RgbImage> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double phase = 2 * Math.PI * i / count;
            int left = (int) Math.round((scaled.width() - width) * (1 + Math.sin(phase)) / 2);
            int top = (int) Math.round((scaled.height() - height) * (1 + Math.sin(2 * phase)) / 2);
            frames.add(view(scaled, left, top, width, height));
        }
        return frames;
    }

    private static RgbImage view(Pixels from, int left, int top, int width, int height) {
        byte[] rgb = new byte[width * height * 3];
        for (int y = 0; y < height; y++) {
            System.arraycopy(from.rgb(), ((top + y) * from.width() + left) * 3, rgb, y * width * 3, width * 3);
        }
        return new RgbImage(width, height, rgb);
    }
}
