package app.keepsake.vision.internal.scenes;

import app.keepsake.media.RgbImage;
import app.keepsake.vision.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What colours tell by rules, because there is no labelled data for it: night, sunset, snow. Each rule is a logistic
 * curve of how far its condition is met, its steepness chosen by looking, so the confidences are guesses on the careful
 * side, and the source says that it is a rule. Golden hour follows from where the sun stood.
 */
public final class ColourAndLight {
    private static final String SOURCE = "colour rule 1";
    private static final String SUN = "sun's place 1";
    /** Cameras' clocks go wrong now and then. */
    private static final double CLOCKS_RIGHT = 0.9;

    private static final double LEAST = 0.3;
    private static final Set<String> OPEN = Set.of("mountain", "countryside", "forest", "coast", "road", "suburb");

    private ColourAndLight() {}

    /**
     * @param image upright, about 512 pixels
     * @param scene probabilities of the scene head
     * @param sun degrees above the horizon, if known
     */
    public static List<Label> of(RgbImage image, Map<String, Double> scene, OptionalDouble sun) {
        Shares shares = Shares.of(image);
        double open =
                OPEN.stream().mapToDouble(name -> scene.getOrDefault(name, 0.0)).sum();
        List<Label> labels = new ArrayList<>();
        double high = sun.orElse(0);
        double dark = logistic(14 * (shares.dark - 0.62)) * (shares.bright > 0.001 ? 1 : 0.4);
        if (sun.isEmpty() || high < 0) {
            add(labels, "night", dark, SOURCE);
        }
        double glow = logistic(25 * (shares.glow - 0.16)) * logistic(20 * (0.35 - shares.glowBelow));
        if (sun.isEmpty() || Math.abs(high) < 9) {
            add(labels, "sunset", glow, SOURCE);
        }
        if (sun.isPresent() && high > -2 && high < 7) {
            add(labels, "golden hour", CLOCKS_RIGHT * Math.min(1, Math.max(glow, 1.3 * open)), SUN);
        }
        add(labels, "snow", logistic(16 * (shares.white - 0.38)) * Math.min(1, 1.6 * open), SOURCE);
        return labels;
    }

    private static void add(List<Label> labels, String name, double likely, String source) {
        if (likely >= LEAST) {
            labels.add(new Label(name, likely, source));
        }
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /**
     * @param dark of the whole picture
     * @param bright of the whole picture: lamps at night
     * @param glow orange to pink and bright, of the upper two thirds
     * @param glowBelow the same, of the lowest quarter: there it is skin, wood or lamplight rather than sky
     * @param white bright and almost without colour, or bluish, of the lower half
     */
    private record Shares(double dark, double bright, double glow, double glowBelow, double white) {
        static Shares of(RgbImage image) {
            int width = image.width();
            int height = image.height();
            byte[] pixels = image.pixels();
            int[] counts = new int[5];
            int[] totals = new int[5];
            for (int y = 0, p = 0; y < height; y++) {
                for (int x = 0; x < width; x++, p += 3) {
                    int red = pixels[p] & 0xFF;
                    int green = pixels[p + 1] & 0xFF;
                    int blue = pixels[p + 2] & 0xFF;
                    int brightest = Math.max(red, Math.max(green, blue));
                    int darkest = Math.min(red, Math.min(green, blue));
                    boolean glows = red > 140 && red - blue > 70 && red - green > 15 && green > blue;
                    count(counts, totals, 0, brightest < 50);
                    count(counts, totals, 1, darkest > 180);
                    if (3 * y < 2 * height) {
                        count(counts, totals, 2, glows);
                    } else if (4 * y >= 3 * height) {
                        count(counts, totals, 3, glows);
                    }
                    if (2 * y >= height) {
                        count(counts, totals, 4, darkest > 150 && brightest - darkest < 45 && blue >= red - 8);
                    }
                }
            }
            return new Shares(
                    share(counts, totals, 0),
                    share(counts, totals, 1),
                    share(counts, totals, 2),
                    share(counts, totals, 3),
                    share(counts, totals, 4));
        }

        private static void count(int[] counts, int[] totals, int i, boolean is) {
            totals[i]++;
            counts[i] += is ? 1 : 0;
        }

        private static double share(int[] counts, int[] totals, int i) {
            return counts[i] / (double) Math.max(1, totals[i]);
        }
    }
}
