package app.keepsake.training.internal.mundane;

import app.keepsake.media.RgbImage;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.geom.AffineTransform;
import java.util.SplittableRandom;

/** Simulated photos of papers: a printed sheet or a till receipt, turned a little, lit from a side, on a real photo. */
final class SimulatedPapers {
    private SimulatedPapers() {}

    /**
     * @param ground what the paper lies on
     * @param family a font
     */
    static RgbImage of(long seed, RgbImage ground, String family) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean receipt = random.nextBoolean();
        int width = receipt ? 420 : 720;
        int height = receipt ? 1000 : 960;
        Canvas sheet =
                new Canvas(width, height, new Color(246, 244 - random.nextInt(12), 238 - random.nextInt(20)), random);
        if (receipt) {
            receipt(sheet, family);
        } else {
            letter(sheet, family);
        }
        Canvas photo = new Canvas(receipt ? 768 : 1024, receipt ? 1024 : 1024, Color.DARK_GRAY, random);
        photo.picture(ground, 0, 0, photo.width(), photo.height());
        double scale = (0.75 + 0.35 * random.nextDouble()) * photo.height() / height;
        AffineTransform place = new AffineTransform();
        place.translate(photo.width() / 2.0, photo.height() / 2.0);
        place.rotate(0.3 * (random.nextDouble() - 0.5));
        place.shear(0.15 * (random.nextDouble() - 0.5), 0.1 * (random.nextDouble() - 0.5));
        place.scale(scale, scale);
        place.translate(-width / 2.0, -height / 2.0);
        photo.g.drawImage(sheet.image, place, null);
        sheet.g.dispose();
        int shade = 40 + random.nextInt(90);
        photo.g.setPaint(new GradientPaint(
                random.nextInt(photo.width()),
                0,
                new Color(0, 0, 0, 0),
                random.nextInt(photo.width()),
                photo.height(),
                new Color(20, 15, 0, shade)));
        photo.g.fillRect(0, 0, photo.width(), photo.height());
        return photo.done();
    }

    private static void receipt(Canvas c, String family) {
        Color ink = new Color(50, 50, 60);
        c.font(family, Font.BOLD, 30);
        c.text(c.line(260), ink, 70, 60);
        c.font(family, Font.PLAIN, 19);
        for (int y = 110; y < 920; y += 27) {
            if (c.random.nextInt(7) != 0) {
                c.text(c.line(210), ink, 24, y);
                c.text("%d.%02d".formatted(c.random.nextInt(90), c.random.nextInt(100)), ink, 330, y);
            }
        }
    }

    private static void letter(Canvas c, String family) {
        Color ink = new Color(40, 40, 45);
        c.font(family, Font.BOLD, 28);
        c.text(c.line(500), ink, 60, 90);
        c.font(family, Font.PLAIN, 18);
        for (int y = 150; y < 900; y += 26) {
            if (c.random.nextInt(9) != 0) {
                c.text(c.line(590), ink, 60, y);
            }
        }
        c.g.setStroke(new BasicStroke(1.5f));
        c.g.drawRect(50, 905, 300, 30);
    }
}
