package app.keepsake.film.internal.picture;

import app.keepsake.film.Mood;
import app.keepsake.film.timeline.FrameBox;
import app.keepsake.media.RgbImage;
import java.util.List;
import java.util.Optional;

/** Draws layers, a stripe at a time. One canvas serves several threads, each by its own number. */
public final class Canvas {
    private static final double WIDER = 1.04;

    private final int width;
    private final int height;
    private final Painter[] painters;

    /**
     * @param threads how many draw at the same time
     */
    public Canvas(int width, int height, int threads) {
        this.width = width;
        this.height = height;
        this.painters = new Painter[threads];
        for (int i = 0; i < threads; i++) {
            painters[i] = new Painter(width);
        }
    }

    /** Layers ready to be drawn in stripes. */
    public final class View {
        private final List<Placed> layers;

        private View(List<Placed> layers) {
            this.layers = layers;
        }

        /** Draws some rows into a frame. */
        public void draw(byte[] frame, int thread, int top, int bottom) {
            for (Placed placed : layers) {
                placed.ground.ifPresent(ground -> {
                    ground.draw(frame, width, height, top, bottom);
                    if (ground.shadow()) {
                        Shadow.draw(frame, placed.window, width, height, top, bottom);
                    }
                });
                painters[thread].paint(placed.image, placed.across, placed.down, frame, top, bottom);
            }
        }
    }

    private record Placed(RgbImage image, Optional<Ground> ground, FrameBox window, Taps across, Taps down) {}

    /** Prepares layers for one frame; the later lie over the earlier. */
    public View view(List<Layer> layers) {
        return new View(layers.stream().map(this::placed).toList());
    }

    private Placed placed(Layer layer) {
        Region region = layer.region();
        FrameBox window = layer.window();
        double across = window.width() * width / region.width();
        double down = window.height() * height / region.height();
        return new Placed(
                layer.image(),
                layer.ground(),
                window,
                new Taps(
                        width,
                        layer.image().width(),
                        window.x() - across * region.left() / width,
                        across,
                        region.left(),
                        region.right()),
                new Taps(
                        height,
                        layer.image().height(),
                        window.y() - down * region.top() / height,
                        down,
                        region.top(),
                        region.bottom()));
    }

    /** The whole frame. */
    public Region all() {
        return new Region(0, 0, width, height);
    }

    /** The backdrop for a picture whose windows leave it, a little wider than the frame, so that it can move behind it. */
    public RgbImage backdrop(RgbImage picture, FrameBox window, Mood.Backdrop kind) {
        return Backdrop.of(picture, window, (int) Math.round(width * WIDER), height, kind);
    }

    /** A frame of one grey. */
    public RgbImage plain(int level) {
        RgbImage image = RgbImage.black(width, height);
        java.util.Arrays.fill(image.pixels(), (byte) level);
        return image;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }
}
