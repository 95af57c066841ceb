package app.keepsake.training.internal.mundane;

import app.keepsake.media.RgbImage;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.SplittableRandom;

/** Simulated screenshots of a phone, drawn by hand: chats, settings, articles, home screens, feeds with a photo. */
final class SimulatedScreens {
    private static final int[][] SIZES = {{720, 1280}, {720, 1560}, {750, 1334}, {828, 1792}, {1280, 800}, {768, 1024}};

    private SimulatedScreens() {}

    /** @param photos some of which are shown in feeds and behind icons */
    static RgbImage of(long seed, List<RgbImage> photos) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] size = SIZES[random.nextInt(SIZES.length)];
        boolean dark = random.nextInt(3) == 0;
        Color ground = dark ? new Color(18, 18, 22) : new Color(250, 250, 252);
        Canvas c = new Canvas(size[0], size[1], ground, random);
        Color ink = dark ? new Color(235, 235, 235) : new Color(20, 20, 20);
        switch (random.nextInt(5)) {
            case 0 -> chat(c, dark);
            case 1 -> settings(c, ink, dark);
            case 2 -> article(c, ink);
            case 3 -> home(c, photos);
            default -> feed(c, ink, photos);
        }
        bar(c, ink);
        return c.done();
    }

    private static void bar(Canvas c, Color ink) {
        c.font(Font.SANS_SERIF, Font.PLAIN, 22);
        c.text("%02d:%02d".formatted(c.random.nextInt(24), c.random.nextInt(60)), ink, 24, 32);
        c.text((20 + c.random.nextInt(80)) + " %", ink, c.width() - 90, 32);
    }

    private static void chat(Canvas c, boolean dark) {
        Color mine = c.colour(0.5f, dark ? 0.5f : 0.9f);
        Color theirs = dark ? new Color(50, 50, 55) : new Color(230, 230, 235);
        c.font(Font.SANS_SERIF, Font.PLAIN, 26);
        int y = 90;
        while (y < c.height() - 160) {
            boolean right = c.random.nextBoolean();
            int width = 200 + c.random.nextInt(c.width() - 320);
            int lines = 1 + c.random.nextInt(4);
            int x = right ? c.width() - width - 20 : 20;
            c.round(right ? mine : theirs, x, y, width, lines * 34 + 24, 28);
            for (int i = 0; i < lines; i++) {
                c.text(c.line(width - 50), dark ? Color.WHITE : Color.BLACK, x + 18, y + 38 + i * 34);
            }
            y += lines * 34 + 44;
        }
    }

    private static void settings(Canvas c, Color ink, boolean dark) {
        c.font(Font.SANS_SERIF, Font.BOLD, 40);
        c.text(c.words(1), ink, 30, 110);
        c.font(Font.SANS_SERIF, Font.PLAIN, 27);
        for (int y = 150; y < c.height() - 80; y += 88) {
            c.round(c.colour(0.7f, 0.85f), 30, y + 12, 52, 52, 16);
            c.text(c.words(1 + c.random.nextInt(3)), ink, 104, y + 47);
            c.fill(dark ? new Color(60, 60, 60) : new Color(215, 215, 215), 104, y + 80, c.width() - 104, 1);
            if (c.random.nextBoolean()) {
                c.round(c.colour(0.6f, 0.7f), c.width() - 90, y + 22, 60, 32, 32);
            }
        }
    }

    private static void article(Canvas c, Color ink) {
        c.font(Font.SERIF, Font.BOLD, 44);
        c.text(c.line(c.width() - 60), ink, 30, 120);
        c.font(c.random.nextBoolean() ? Font.SERIF : Font.SANS_SERIF, Font.PLAIN, 24 + c.random.nextInt(8));
        for (int y = 180; y < c.height() - 40; y += 40) {
            if (c.random.nextInt(8) != 0) {
                c.text(c.line(c.width() - 60), ink, 30, y);
            }
        }
    }

    private static void home(Canvas c, List<RgbImage> photos) {
        c.picture(photos.get(c.random.nextInt(photos.size())), 0, 0, c.width(), c.height());
        c.font(Font.SANS_SERIF, Font.PLAIN, 20);
        int step = c.width() / 4;
        for (int y = 120; y < c.height() - 200; y += step + 30) {
            for (int x = 0; x < 4; x++) {
                if (c.random.nextInt(6) != 0) {
                    c.round(c.colour(0.7f, 0.9f), x * step + step / 5, y, step * 3 / 5, step * 3 / 5, 36);
                    c.text(c.words(1), Color.WHITE, x * step + step / 5, y + step * 3 / 5 + 28);
                }
            }
        }
    }

    private static void feed(Canvas c, Color ink, List<RgbImage> photos) {
        int y = 70;
        c.font(Font.SANS_SERIF, Font.PLAIN, 25);
        while (y < c.height()) {
            c.round(c.colour(0.6f, 0.8f), 20, y, 60, 60, 60);
            c.text(c.words(2), ink, 96, y + 40);
            RgbImage photo = photos.get(c.random.nextInt(photos.size()));
            int height = c.width() * 3 / 5;
            c.picture(photo, 0, y + 76, c.width(), height);
            c.text(c.line(c.width() - 60), ink, 24, y + height + 116);
            c.text(c.line(c.width() - 60), ink, 24, y + height + 152);
            y += height + 190;
        }
    }
}
