package app.keepsake.cli.demo;

import app.keepsake.media.MediaException;
import app.keepsake.media.MovieFormat;
import app.keepsake.media.MovieWriter;
import app.keepsake.media.RgbImage;
import app.keepsake.media.Sound;
import java.nio.file.Path;

/**
 * Makes a clip of a photo: a hand that pans and is not quite still, and water that moves. It stands in for clips from a
 * camera, of which no package ships any that may be passed on.
 */
final class SampleClip {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int RATE = 30;
    private static final double SECONDS = 6;
    private static final int CHANNELS = 3;
    /** The share of the photo that is in view. */
    private static final double VIEW = 0.82;

    private final RgbImage photo;
    private final double waterline;

    /** @param waterline height at which the water begins, 0 top to 1 bottom */
    SampleClip(RgbImage photo, double waterline) {
        this.photo = photo;
        this.waterline = waterline;
    }

    void write(Path file, SoundMaker sound) throws MediaException {
        try (MovieWriter movie = MovieWriter.create(file, new MovieFormat(WIDTH, HEIGHT, RATE))) {
            Sound track = sound.make(SECONDS);
            movie.sound(track.samples(), 0, track.samples().length);
            int frames = (int) (SECONDS * RATE);
            for (int i = 0; i < frames; i++) {
                movie.frame(frame(i / (double) RATE));
            }
            movie.finish();
        }
    }

    /** Makes so many seconds of sound. */
    interface SoundMaker {
        Sound make(double seconds);
    }

    private RgbImage frame(double time) {
        double scale = Math.min(photo.width() / (double) WIDTH, photo.height() / (double) HEIGHT) * VIEW;
        double spareX = photo.width() - 1 - WIDTH * scale;
        double spareY = photo.height() - 1 - HEIGHT * scale;
        double left = spareX * (0.25 + 0.5 * time / SECONDS) + sway(time, 1.1);
        double top = spareY * 0.6 + sway(time, 2.7);
        byte[] out = new byte[WIDTH * HEIGHT * CHANNELS];
        for (int y = 0; y < HEIGHT; y++) {
            double rowInPhoto = top + y * scale;
            double depth = Math.max(0, rowInPhoto / photo.height() - waterline);
            double wave = 5 * depth * Math.sin(26 * Math.log(depth + 0.02) + 3.1 * time);
            writeRow(out, y, Math.clamp(rowInPhoto, 0, photo.height() - 1.001), left + wave, scale);
        }
        return new RgbImage(WIDTH, HEIGHT, out);
    }

    /** A hand's slow unrest, pixels of the photo. */
    private double sway(double time, double phase) {
        return photo.width() * 0.0016 * (Math.sin(1.9 * time + phase) + 0.6 * Math.sin(3.7 * time + 2 * phase));
    }

    private void writeRow(byte[] out, int y, double row, double left, double scale) {
        int upper = (int) row * photo.width() * CHANNELS;
        int lower = upper + photo.width() * CHANNELS;
        float down = (float) (row - (int) row);
        byte[] in = photo.pixels();
        for (int x = 0; x < WIDTH; x++) {
            double column = Math.clamp(left + x * scale, 0, photo.width() - 1.001);
            int at = (int) column * CHANNELS;
            float across = (float) (column - (int) column);
            for (int channel = 0; channel < CHANNELS; channel++) {
                float above = mix(in[upper + at + channel], in[upper + at + CHANNELS + channel], across);
                float below = mix(in[lower + at + channel], in[lower + at + CHANNELS + channel], across);
                out[(y * WIDTH + x) * CHANNELS + channel] = (byte) Math.round(above + down * (below - above));
            }
        }
    }

    private static float mix(byte first, byte second, float share) {
        int from = first & 0xFF;
        return from + share * ((second & 0xFF) - from);
    }
}
