package app.keepsake.film.internal.picture;

import app.keepsake.film.Box;
import app.keepsake.media.RgbImage;
import java.util.Optional;

/** Draws scenes and mixes them, a stripe at a time. One canvas serves several threads, each by its own number. */
public final class Canvas {
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

    /**
     * A picture seen through a window, ready to be drawn in stripes.
     *
     * @param image the picture
     * @param backdrop what is seen where the window leaves the picture, of the frame's size
     */
    public final class View {
        private final RgbImage image;
        private final Optional<RgbImage> backdrop;
        private final Taps across;
        private final Taps down;

        private View(RgbImage image, Optional<RgbImage> backdrop, Box window) {
            this.image = image;
            this.backdrop = backdrop;
            this.across = new Taps(width, image.width(), window.x(), window.width());
            this.down = new Taps(height, image.height(), window.y(), window.height());
        }

        /** Draws some rows into a frame. */
        public void draw(byte[] frame, int thread, int top, int bottom) {
            backdrop.ifPresent(back -> System.arraycopy(
                    back.pixels(), 3 * width * top, frame, 3 * width * top, 3 * width * (bottom - top)));
            painters[thread].paint(image, across, down, frame, top, bottom);
        }
    }

    /** Looks at a picture through a window. */
    public View view(RgbImage image, Optional<RgbImage> backdrop, Box window) {
        return new View(image, backdrop, window);
    }

    /** The backdrop for a picture whose windows leave it. */
    public RgbImage backdrop(RgbImage picture, Box window) {
        return Backdrop.of(picture, window, width, height);
    }

    /** Mixes some rows of another frame in: 0 leaves the frame, 256 replaces it. */
    public void mix(byte[] frame, byte[] other, int share, int top, int bottom) {
        int keep = 256 - share;
        for (int i = 3 * width * top; i < 3 * width * bottom; i++) {
            frame[i] = (byte) (((frame[i] & 0xFF) * keep + (other[i] & 0xFF) * share + 128) >> 8);
        }
    }

    /** Darkens some rows: 256 leaves them, 0 makes them black. */
    public void dim(byte[] frame, int brightness, int top, int bottom) {
        for (int i = 3 * width * top; i < 3 * width * bottom; i++) {
            frame[i] = (byte) (((frame[i] & 0xFF) * brightness + 128) >> 8);
        }
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }
}
