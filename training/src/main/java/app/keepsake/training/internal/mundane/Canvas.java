package app.keepsake.training.internal.mundane;

import app.keepsake.media.RgbImage;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** Something to draw on, and words to write. */
final class Canvas {
    private static final String[] WORDS =
            ("the of and a to in is you that it he was for on are as with his they at be this have from or one had by"
                            + " word but not what all were we when your can said there use an each which she do how"
                            + " their if will up other about out many then them these so some her would make like him"
                            + " into time has look two more write go see number no way could people my than first water"
                            + " been call who oil its now find long down day did get come made may part meeting ticket"
                            + " invoice total order photo settings update battery message network account")
                    .split(" ");

    final BufferedImage image;
    final Graphics2D g;
    final SplittableRandom random;

    Canvas(int width, int height, Color ground, SplittableRandom random) {
        this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        this.g = image.createGraphics();
        this.random = random;
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        fill(ground, 0, 0, width, height);
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    void fill(Color colour, int x, int y, int width, int height) {
        g.setColor(colour);
        g.fillRect(x, y, width, height);
    }

    void round(Color colour, int x, int y, int width, int height, int corner) {
        g.setColor(colour);
        g.fillRoundRect(x, y, width, height, corner, corner);
    }

    void font(String family, int style, int size) {
        g.setFont(new Font(family, style, size));
    }

    void text(String text, Color colour, int x, int y) {
        g.setColor(colour);
        g.drawString(text, x, y);
    }

    String words(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** Words that fit into a width, at least one. */
    String line(int width) {
        StringBuilder line = new StringBuilder(words(1));
        while (g.getFontMetrics().stringWidth(line + " people") < width) {
            line.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
        }
        return line.toString();
    }

    Color colour(float saturation, float brightness) {
        return Color.getHSBColor((float) random.nextDouble(), saturation, brightness);
    }

    void picture(RgbImage photo, int x, int y, int width, int height) {
        g.drawImage(buffered(photo), x, y, width, height, null);
    }

    static BufferedImage buffered(RgbImage photo) {
        BufferedImage image = new BufferedImage(photo.width(), photo.height(), BufferedImage.TYPE_INT_RGB);
        int[] packed = new int[photo.width() * photo.height()];
        byte[] p = photo.pixels();
        for (int i = 0; i < packed.length; i++) {
            packed[i] = (p[3 * i] & 0xFF) << 16 | (p[3 * i + 1] & 0xFF) << 8 | p[3 * i + 2] & 0xFF;
        }
        image.setRGB(0, 0, photo.width(), photo.height(), packed, 0, photo.width());
        return image;
    }

    RgbImage done() {
        g.dispose();
        int[] packed = image.getRGB(0, 0, width(), height(), null, 0, width());
        byte[] rgb = new byte[packed.length * 3];
        for (int i = 0; i < packed.length; i++) {
            rgb[3 * i] = (byte) (packed[i] >> 16);
            rgb[3 * i + 1] = (byte) (packed[i] >> 8);
            rgb[3 * i + 2] = (byte) packed[i];
        }
        return new RgbImage(width(), height(), rgb);
    }
}
