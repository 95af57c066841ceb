package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.FileStamp;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Indexing;
import app.keepsake.media.RgbImage;
import app.keepsake.media.WebpWriter;
import app.keepsake.operations.OneDay;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * How evenly the timeline scrolls: {@code ScrollFigures FOLDER PHOTOS} makes a library of so many photos there, of which
 * each has a small picture of noise, scrolls through its timeline, and tells the times between frames; those of a page
 * that shows nothing beside them, in turns.
 */
final class ScrollFigures {
    private static final int LOOKS = 400;
    private static final int TURNS = 3;
    /** Scrolls a page's height each third of a second for five seconds. */
    private static final String SCROLL = """
        () => new Promise((done) => {
            const gaps = [];
            const begun = performance.now();
            let last = begun;
            const step = (now) => {
                gaps.push(now - last);
                last = now;
                scrollBy(0, innerHeight / 20);
                if (now - begun < 5000) requestAnimationFrame(step);
                else done(gaps.slice(2).sort((a, b) => a - b));
            };
            requestAnimationFrame(step);
        })\
        """;

    private ScrollFigures() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        int photos = Integer.parseInt(args[1]);
        if (!Files.exists(folder.resolve("catalog.db"))) {
            make(folder, photos);
        }
        try (WebApp app = new WebApp(folder)) {
            Page page = app.window();
            for (int turn = 0; turn < TURNS; turn++) {
                app.open(page, "/timeline");
                page.waitForSelector(".line img");
                page.waitForTimeout(2000);
                print("timeline of %,d".formatted(photos), page);
                System.out.printf(
                        "  at %s of %s pixels, %s cells in the page%n",
                        page.evaluate("Math.round(scrollY)"),
                        page.evaluate("document.scrollingElement.scrollHeight"),
                        page.evaluate("document.querySelectorAll('.line button').length"));
                page.evaluate(
                        "document.body.replaceChildren(Object.assign(document.createElement('div'), { id: 'x' }))");
                page.evaluate("document.querySelector('#x').style.height = '1000000px'");
                print("an empty page", page);
            }
            app.complaints.stream().distinct().limit(5).forEach(System.out::println);
        }
    }

    private static void print(String name, Page page) {
        List<?> gaps = (List<?>) page.evaluate(SCROLL);
        double[] ms =
                gaps.stream().mapToDouble(gap -> ((Number) gap).doubleValue()).toArray();
        long late = Arrays.stream(ms).filter(gap -> gap > 25).count();
        System.out.printf(
                "%-22s %4d frames in 5 s, between them p50 %5.1f ms, p95 %5.1f ms, p99 %5.1f ms; %d of them late%n",
                name, ms.length, ms[ms.length / 2], ms[ms.length * 95 / 100], ms[ms.length * 99 / 100], late);
    }

    private static void make(Path folder, int photos) throws IOException {
        Path pictures = Files.createDirectories(folder.resolve("cache").resolve("thumbnails"));
        byte[][] looks = looks(folder);
        LocalDateTime last = LocalDateTime.of(2026, 1, 1, 12, 0);
        try (Catalog catalog = Catalog.open(folder.resolve("catalog.db"));
                Indexing indexing = catalog.beginIndexing()) {
            for (int i = 0; i < photos; i++) {
                ContentHash hash = ContentHash.ofContent(("photo " + i).getBytes(StandardCharsets.UTF_8));
                Path file = folder.resolve("photos").resolve(i + ".jpg");
                indexing.add(
                        file,
                        new FileStamp(1, 1, 0),
                        hash,
                        OneDay.facts(last.minusMinutes(53L * i)),
                        "m1",
                        Findings.NONE);
                Path small = pictures.resolve(hash.toString().substring(0, 2)).resolve(hash + "-400.webp");
                Files.createDirectories(small.getParent());
                Files.write(small, looks[i % LOOKS]);
            }
        }
    }

    private static byte[][] looks(Path folder) throws IOException {
        byte[][] looks = new byte[LOOKS][];
        Random random = new Random(1);
        Path file = folder.resolve("look.webp");
        for (int i = 0; i < LOOKS; i++) {
            RgbImage image = RgbImage.black(400, 300);
            int red = random.nextInt(200);
            int green = random.nextInt(200);
            for (int p = 0; p < image.pixels().length; p += 3) {
                image.pixels()[p] = (byte) (red + random.nextInt(50));
                image.pixels()[p + 1] = (byte) (green + p / 3 % 400 / 10);
                image.pixels()[p + 2] = (byte) (p / 1200);
            }
            WebpWriter.write(image, file, 0.8f);
            looks[i] = Files.readAllBytes(file);
        }
        Files.delete(file);
        return looks;
    }
}
