package app.keepsake.cli;

import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.FileStamp;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Indexing;
import app.keepsake.media.RgbImage;
import app.keepsake.media.WebpWriter;
import app.keepsake.server.KeepsakeServer;
import app.keepsake.server.Program;
import app.keepsake.server.ServerOptions;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Random;

/**
 * How evenly the timeline scrolls: {@code ScrollFigures FOLDER PHOTOS} makes a library of so many photos there, of which
 * each has a small picture of noise, and scrolls through its timeline. It tells the times between frames, and those of a
 * page that shows nothing beside them, in turns; how many cells are seen without their pictures meanwhile; how long one
 * waits for all of a window after a jump; and what the process of either page holds: at most, five seconds later, and
 * when the browser has thrown away what the page has no use for. Each page has a browser of its own, which nobody watches
 * ({@link BareTab}).
 */
final class ScrollFigures {
    private static final int LOOKS = 400;
    private static final int TURNS = 3;
    private static final int JUMPS = 90;
    /** How long pages are left alone before it is looked at what they hold, in milliseconds. */
    private static final long SETTLING = 5000;
    /** Width and height of small pictures, which lie and stand. */
    private static final int[][] SIZES = {{400, 300}, {300, 400}, {400, 267}, {400, 225}, {400, 400}};

    /** Scrolls a page's height each third of a second for five seconds, and does something at each frame. */
    private static final String SCROLL = """
        () => new Promise((done) => {
            const gaps = [];
            const blank = { seen: 0, blank: 0, worst: 0 };
            const begun = performance.now();
            let last = begun;
            const step = (now) => {
                gaps.push(now - last);
                last = now;
                %s
                scrollBy(0, innerHeight / 20);
                if (now - begun < 5000) requestAnimationFrame(step);
                else done({ gaps: gaps.slice(2).sort((a, b) => a - b), ...blank });
            };
            requestAnimationFrame(step);
        })\
        """;

    private static final String NOTHING = "";

    private static final String EMPTY = """
        document.body.replaceChildren(Object.assign(document.createElement('div'), { id: 'x' }));
        document.querySelector('#x').style.height = '1000000px'\
        """;

    /** Places are those that lines say, since asking for the page's layout takes the time that is measured. */
    private static final String COUNT = """
        const box = document.querySelector('.all');
        const top = scrollY - box.offsetTop;
        let without = 0;
        for (const line of box.querySelectorAll('.line')) {
            const at = parseFloat(line.style.top);
            if (at + parseFloat(line.style.height) < top || at > top + innerHeight) continue;
            for (const cell of line.children) {
                const img = cell.querySelector('img');
                blank.seen++;
                if (!img?.complete || !img.naturalWidth) without++;
            }
        }
        blank.blank += without;
        blank.worst = Math.max(blank.worst, without);\
        """;

    /** Goes somewhere, and waits until all that is seen is there. */
    private static final String JUMP = """
        (part) => new Promise((done) => {
            scrollTo(0, part * (document.scrollingElement.scrollHeight - innerHeight));
            const begun = performance.now();
            const step = () => {
                const blank = { seen: 0, blank: 0, worst: 0 };
                %s
                if (blank.seen && !blank.blank) done(performance.now() - begun);
                else requestAnimationFrame(step);
            };
            requestAnimationFrame(step);
        })\
        """.formatted(COUNT);

    private ScrollFigures() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        int photos = Integer.parseInt(args[1]);
        if (!Files.exists(folder.resolve("catalog.db"))) {
            make(folder, photos);
        }
        Program program = new OwnProcess(LibraryFolder.at(folder));
        try (KeepsakeServer server = KeepsakeServer.start(new ServerOptions(folder, "127.0.0.1", 0, false), program)) {
            String origin = "http://localhost:" + server.port();
            for (int turn = 0; turn < TURNS; turn++) {
                try (BareTab tab = new BareTab(WebApp.WIDE, WebApp.WIDE_HEIGHT)) {
                    tab.open(origin + "/api/openapi.json");
                    tab.until("document.readyState === 'complete'");
                    JsonElement ignored = tab.evaluate(EMPTY);
                    times("an empty page", tab);
                    BareTab.rest(SETTLING);
                    held("of an empty page", tab.held());
                }
                try (BareTab tab = new BareTab(WebApp.WIDE, WebApp.WIDE_HEIGHT)) {
                    tab.open(origin + "/timeline");
                    tab.until("!!document.querySelector('.line img')?.complete");
                    BareTab.rest(SETTLING);
                    held("before it is scrolled", tab.held());
                    times("timeline of %,d".formatted(photos), tab);
                    cells(tab);
                    jumps(tab);
                }
            }
        }
    }

    private static JsonObject scroll(BareTab tab, String each) throws IOException {
        return tab.evaluate("(" + SCROLL.formatted(each) + ")()").getAsJsonObject();
    }

    private static void times(String name, BareTab tab) throws IOException {
        double[] ms = scroll(tab, NOTHING).getAsJsonArray("gaps").asList().stream()
                .mapToDouble(JsonElement::getAsDouble)
                .toArray();
        long late = Arrays.stream(ms).filter(gap -> gap > 25).count();
        System.out.printf(
                "%-22s %4d frames in 5 s, between them p50 %5.1f ms, p95 %5.1f ms, p99 %5.1f ms; %d of them late%n",
                name, ms.length, ms[ms.length / 2], ms[ms.length * 95 / 100], ms[ms.length * 99 / 100], late);
    }

    private static void cells(BareTab tab) throws IOException {
        JsonObject seen = scroll(tab, COUNT);
        System.out.printf(
                "  %s cells seen while scrolling on, %s without their picture, at most %s at once%n",
                seen.get("seen"), seen.get("blank"), seen.get("worst"));
    }

    private static void jumps(BareTab tab) throws IOException {
        Random random = new Random(7);
        double[] ms = new double[JUMPS];
        BareTab.Held most = tab.held();
        for (int i = 0; i < JUMPS; i++) {
            ms[i] = tab.evaluate("(%s)(%s)".formatted(JUMP, random.nextDouble()))
                    .getAsDouble();
            most = most.orMore(tab.held());
        }
        Arrays.sort(ms);
        System.out.printf(
                "  all of a window is there %.0f ms after a jump in the median, %.0f ms in the worst of %d%n",
                ms[JUMPS / 2], ms[JUMPS - 1], JUMPS);
        held("at most while jumping", most);
        BareTab.rest(SETTLING);
        held("5 s after that", tab.held());
        tab.clean();
        BareTab.rest(SETTLING);
        held("when what has no use any more is thrown away", tab.held());
    }

    private static void held(String when, BareTab.Held held) {
        System.out.printf(
                "  the page's process holds %d MB of its own, %d MB with what it shares, %s%n",
                held.own() / 1_000_000, held.resident() / 1_000_000, when);
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
                        facts(last.minusMinutes(53L * i), SIZES[i % LOOKS % SIZES.length]),
                        "m1",
                        Findings.NONE);
                Path small = pictures.resolve(hash.toString().substring(0, 2)).resolve(hash + "-400.webp");
                Files.createDirectories(small.getParent());
                Files.write(small, looks[i % LOOKS]);
            }
        }
    }

    private static AssetFacts facts(LocalDateTime at, int[] size) {
        return AssetFacts.photo("JPEG", size[0] * 10, size[1] * 10).takenAt(at, "EXIF");
    }

    private static byte[][] looks(Path folder) throws IOException {
        byte[][] looks = new byte[LOOKS][];
        Random random = new Random(1);
        Path file = folder.resolve("look.webp");
        for (int i = 0; i < LOOKS; i++) {
            int[] size = SIZES[i % SIZES.length];
            RgbImage image = RgbImage.black(size[0], size[1]);
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
