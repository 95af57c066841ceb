package app.keepsake.training.internal.texts;

import app.keepsake.media.RgbImage;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A sign, menu or notice that is drawn, of which it is known what is written on it.
 *
 * @param lines from top to bottom
 */
public record Board(List<String> lines) {
    private static final List<String> FAMILIES = List.of(Font.SANS_SERIF, Font.SERIF, Font.MONOSPACED);
    private static final int[] STYLES = {Font.PLAIN, Font.BOLD, Font.ITALIC};
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 640;

    /** Signs of several countries, with letters that have accents. */
    public static final List<Board> ALL = List.of(
            of("Bäckerei Müller", "Brot und Kuchen", "seit 1923"),
            of("CAFÉ CENTRAL", "Espresso 2,20", "Cappuccino 3,10"),
            of("Speisekarte", "Gulaschsuppe mit Brot", "Wiener Schnitzel", "Apfelstrudel"),
            of("Öffnungszeiten", "Montag bis Freitag", "9 bis 18 Uhr"),
            of("EXIT", "Platform 4", "Trains to London"),
            of("Rue de la Liberté", "Quartier Latin"),
            of("Hauptstraße", "Parken verboten"),
            of("WELCOME TO", "YOSEMITE", "National Park"),
            of("Menu del giorno", "Spaghetti alle vongole", "Tiramisu della casa"),
            of("Herzlichen", "Glückwunsch", "zum Geburtstag"),
            of("Happy Birthday", "Grandma Rose"),
            of("Just Married", "Anna and Thomas"),
            of("Museum of Modern Art", "Opening hours", "Free entrance on Sunday"),
            of("Gipfel", "Zugspitze", "2962 Meter"),
            of("Praia da Rocha", "Portugal"),
            of("Boarding Pass", "Gate 27", "Seat 14 C", "Frankfurt"),
            of("Invoice", "Total amount", "Thank you for your visit"),
            of("Achtung", "Bissiger Hund"),
            of("Marché de Noël", "Strasbourg"),
            of("Kindergarten", "Sonnenschein", "Sommerfest im Garten"),
            of("Calle Mayor", "Plaza de España"),
            of("Fischbrötchen", "Matjes und Krabben", "frisch vom Kutter"),
            of("START", "Marathon Berlin", "Kilometer 42"),
            of("Do not feed", "the animals"));

    private static Board of(String... lines) {
        return new Board(List.of(lines));
    }

    /** The words on it, as they are written. */
    public List<String> words() {
        return lines.stream().flatMap(line -> Arrays.stream(line.split(" "))).toList();
    }

    /** The board alone, in a typeface, with colours and a size of its own. */
    public RgbImage alone(long seed) {
        return rgb(drawn(new SplittableRandom(seed)));
    }

    /** The board on a photo, from a third to the half of its width, seen a little from the side, in light and shade. */
    public RgbImage on(RgbImage photo, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BufferedImage board = drawn(random);
        BufferedImage image = buffered(photo);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        double scale = image.getWidth() * (0.34 + 0.2 * random.nextDouble()) / WIDTH;
        AffineTransform place = new AffineTransform();
        place.translate(
                image.getWidth() * (0.35 + 0.3 * random.nextDouble()),
                image.getHeight() * (0.35 + 0.3 * random.nextDouble()));
        place.rotate(0.24 * (random.nextDouble() - 0.5));
        place.shear(0.2 * (random.nextDouble() - 0.5), 0.1 * (random.nextDouble() - 0.5));
        place.scale(scale, scale);
        place.translate(-WIDTH / 2.0, -HEIGHT / 2.0);
        g.drawImage(smoothed(board, scale), place, null);
        g.setPaint(new GradientPaint(
                random.nextInt(image.getWidth()),
                0,
                new Color(255, 240, 210, 60),
                random.nextInt(image.getWidth()),
                image.getHeight(),
                new Color(10, 10, 30, 60 + random.nextInt(80))));
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.dispose();
        noise(image, random);
        return rgb(image);
    }

    private BufferedImage drawn(SplittableRandom random) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        float hue = (float) random.nextDouble();
        boolean isDark = random.nextBoolean();
        Color ground = Color.getHSBColor(hue, 0.1f + 0.5f * (float) random.nextDouble(), isDark ? 0.3f : 0.95f);
        g.setColor(ground);
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.setColor(isDark ? new Color(245, 240, 225) : new Color(35, 30, 40));
        String family = FAMILIES.get(random.nextInt(FAMILIES.size()));
        g.setFont(new Font(family, STYLES[random.nextInt(STYLES.length)], 60 + random.nextInt(40)));
        for (String line : lines) {
            while (g.getFontMetrics().stringWidth(line) > WIDTH - 60) {
                g.setFont(g.getFont().deriveFont(g.getFont().getSize2D() - 2));
            }
        }
        int step = Math.min(HEIGHT / (lines.size() + 1), 2 * g.getFont().getSize());
        int y = (HEIGHT - step * (lines.size() - 1)) / 2 + g.getFont().getSize() / 3;
        for (String line : lines) {
            g.drawString(line, (WIDTH - g.getFontMetrics().stringWidth(line)) / 2, y);
            y += step;
        }
        g.dispose();
        return image;
    }

    /** What a lens and a reduction leave of edges. */
    private static BufferedImage smoothed(BufferedImage image, double scale) {
        int size = Math.max(1, 2 * (int) Math.round(0.6 / scale) + 1);
        float[] weights = new float[size * size];
        Arrays.fill(weights, 1f / weights.length);
        return new ConvolveOp(new Kernel(size, size, weights), ConvolveOp.EDGE_NO_OP, null).filter(image, null);
    }

    private static void noise(BufferedImage image, SplittableRandom random) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                int grain = random.nextInt(-8, 9);
                int red = Math.clamp((rgb >> 16 & 255) + grain, 0, 255);
                int green = Math.clamp((rgb >> 8 & 255) + grain, 0, 255);
                int blue = Math.clamp((rgb & 255) + grain, 0, 255);
                image.setRGB(x, y, red << 16 | green << 8 | blue);
            }
        }
    }

    private static BufferedImage buffered(RgbImage photo) {
        BufferedImage image = new BufferedImage(photo.width(), photo.height(), BufferedImage.TYPE_INT_RGB);
        byte[] pixels = photo.pixels();
        for (int i = 0; i < photo.width() * photo.height(); i++) {
            int rgb = (pixels[3 * i] & 255) << 16 | (pixels[3 * i + 1] & 255) << 8 | (pixels[3 * i + 2] & 255);
            image.setRGB(i % photo.width(), i / photo.width(), rgb);
        }
        return image;
    }

    private static RgbImage rgb(BufferedImage image) {
        RgbImage result = RgbImage.black(image.getWidth(), image.getHeight());
        byte[] pixels = result.pixels();
        for (int i = 0; i < result.width() * result.height(); i++) {
            int rgb = image.getRGB(i % result.width(), i / result.width());
            pixels[3 * i] = (byte) (rgb >> 16);
            pixels[3 * i + 1] = (byte) (rgb >> 8);
            pixels[3 * i + 2] = (byte) rgb;
        }
        return result;
    }
}
