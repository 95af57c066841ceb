package app.keepsake.film.internal.picture;

import app.keepsake.film.Mood.Look;
import app.keepsake.film.timeline.Tone;
import app.keepsake.media.RgbImage;

/** A film's look: contrast about middle grey, warmth, lifted blacks, saturation. Thread-safe. */
public final class Grade {
    private static final int SHIFT = 8;

    private final byte[] red;
    private final byte[] green;
    private final byte[] blue;
    private final int saturation;

    public Grade(Look look) {
        this(look, Tone.NONE);
    }

    /** The same look of a photo that is first developed. */
    public Grade(Look look, Tone tone) {
        this.red = curve(look, 1 + 0.08 * look.warmth(), tone.gamma(), tone.red());
        this.green = curve(look, 1 + 0.01 * look.warmth(), tone.gamma(), 1);
        this.blue = curve(look, 1 - 0.10 * look.warmth(), tone.gamma(), tone.blue());
        this.saturation = (int) Math.round(look.saturation() * (1 << SHIFT));
    }

    /** A soft S about middle grey; the gain of a channel acts most in the middle tones, so white stays white. */
    private static byte[] curve(Look look, double gain, double gamma, double balance) {
        byte[] result = new byte[256];
        for (int i = 0; i < 256; i++) {
            double v = tinted(Math.pow(i / 255.0, gamma), balance);
            double s = v * v * (3 - 2 * v);
            double curved = v + (look.contrast() - 1) * 2.2 * (s - v);
            double tinted = tinted(curved, gain);
            double lifted = look.lift() + (1 - look.lift()) * tinted;
            result[i] = (byte) Math.round(255 * Math.clamp(lifted, 0, 1));
        }
        return result;
    }

    private static double tinted(double value, double gain) {
        return value * (1 + (gain - 1) * (1 - 0.6 * value));
    }

    /** Grades in place. */
    public void apply(RgbImage image) {
        byte[] p = image.pixels();
        for (int i = 0; i < p.length; i += 3) {
            int r = red[p[i] & 0xFF] & 0xFF;
            int g = green[p[i + 1] & 0xFF] & 0xFF;
            int b = blue[p[i + 2] & 0xFF] & 0xFF;
            int luma = (54 * r + 183 * g + 19 * b) >> 8;
            p[i] = clamp(luma + (((r - luma) * saturation) >> SHIFT));
            p[i + 1] = clamp(luma + (((g - luma) * saturation) >> SHIFT));
            p[i + 2] = clamp(luma + (((b - luma) * saturation) >> SHIFT));
        }
    }

    private static byte clamp(int value) {
        return (byte) Math.min(255, Math.max(0, value));
    }
}
