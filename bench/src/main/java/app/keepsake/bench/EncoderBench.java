package app.keepsake.bench;

import app.keepsake.film.CancelSignal;
import app.keepsake.film.FilmPlan;
import app.keepsake.film.FilmRenderer;
import app.keepsake.film.FrameSize;
import app.keepsake.film.Length;
import app.keepsake.film.ProgressListener;
import app.keepsake.media.CodingQuality;
import app.keepsake.media.MediaException;
import app.keepsake.media.VideoEncoder;
import app.keepsake.media.VideoEncoders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code keepsake bench encoders}. */
@Command(
        name = "encoders",
        description = "Encodes a film of a folder by each encoder that works here, in three qualities, and compares the"
                + " pictures with those of a master without losses: bytes, likeness (SSIM of the luma), time, and the bytes"
                + " that each needs for the likeness of the encoder that is shipped.")
final class EncoderBench implements Callable<Integer> {
    private static final List<CodingQuality> QUALITIES =
            List.of(CodingQuality.SMALL, CodingQuality.STANDARD, CodingQuality.BEST);

    @Option(names = "--photos", paramLabel = "DIR", required = true, description = "A folder with photos and clips.")
    private @Nullable Path photos;

    @Option(names = "--mood", defaultValue = "gentle", description = "The film's mood (${DEFAULT-VALUE}).")
    private String mood = "gentle";

    @Option(names = "--length", defaultValue = "12", description = "Its length in seconds (${DEFAULT-VALUE}).")
    private String length = "12";

    @Option(names = "--size", defaultValue = "1080p", description = "720p, 1080p or 4k (${DEFAULT-VALUE}).")
    private String size = "1080p";

    @Option(names = "--json", description = "One JSON object, for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * One encoder at one quality.
     *
     * @param likeness SSIM, 0 to 1
     */
    record Point(CodingQuality quality, long bytes, double likeness, double seconds) {
        /** In decibels, in which likeness goes about straight with the logarithm of the bytes. */
        double decibels() {
            return -10 * Math.log10(1 - likeness);
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (Scratch scratch = Scratch.make("keepsake-encoders");
                FolderFilms films =
                        FolderFilms.of(photos == null ? Path.of(".") : photos, scratch.resolve("library"))) {
            FilmPlan plan = films.plan(mood, Length.parse(length), FrameSize.of("16:9", size));
            Path master = scratch.resolve("master.mp4");
            render(plan, VideoEncoders.shipped(CodingQuality.LOSSLESS), master);
            Map<String, List<Point>> found = new LinkedHashMap<>();
            for (String name : working()) {
                found.put(name, points(name, plan, master, scratch.resolve(name + ".mp4")));
            }
            tell(plan, found, ShippedProgram.pictureBytes(master));
            return 0;
        }
    }

    /** The one that is shipped first. */
    private static List<String> working() {
        List<String> names = new ArrayList<>(new VideoEncoders(Optional.empty())
                .trials().stream()
                        .filter(trial -> trial.encoder().isPresent())
                        .map(VideoEncoders.Trial::name)
                        .toList());
        names.sort(Comparator.comparing(name -> !name.equals("openh264")));
        return names;
    }

    private static List<Point> points(String name, FilmPlan plan, Path master, Path film)
            throws IOException, InterruptedException {
        List<Point> points = new ArrayList<>();
        for (CodingQuality quality : QUALITIES) {
            double seconds = render(plan, encoder(name, quality), film);
            points.add(new Point(
                    quality, ShippedProgram.pictureBytes(film), ShippedProgram.likeness(film, master), seconds));
        }
        return points;
    }

    private static VideoEncoder encoder(String name, CodingQuality quality) throws MediaException {
        return new VideoEncoders(Optional.empty()).choose(name, quality);
    }

    private static double render(FilmPlan plan, VideoEncoder encoder, Path film) throws IOException {
        long start = System.nanoTime();
        new FilmRenderer(encoder).render(plan, film, ProgressListener.NONE, CancelSignal.NEVER);
        return (System.nanoTime() - start) / 1e9;
    }

    /** The bytes for a likeness, by the straight line through the two points next to it. */
    static double bytesAt(double decibels, List<Point> points) {
        List<Point> rising = points.stream()
                .sorted(Comparator.comparingDouble(Point::decibels))
                .toList();
        int upper = 1;
        while (upper < rising.size() - 1 && rising.get(upper).decibels() < decibels) {
            upper++;
        }
        Point low = rising.get(upper - 1);
        Point high = rising.get(upper);
        double part = (decibels - low.decibels()) / (high.decibels() - low.decibels());
        return Math.exp(Math.log(low.bytes()) + part * (Math.log(high.bytes()) - Math.log(low.bytes())));
    }

    private void tell(FilmPlan plan, Map<String, List<Point>> found, long masterBytes) {
        Point today = found.getOrDefault("openh264", List.of()).get(QUALITIES.indexOf(CodingQuality.STANDARD));
        List<Map<String, Object>> rows = new ArrayList<>();
        found.forEach((name, points) -> {
            double equal = bytesAt(today.decibels(), points);
            for (Point point : points) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("encoder", name);
                row.put("quality", point.quality().word());
                row.put("pictureBytes", point.bytes());
                row.put("megabitsPerSecond", Report.rounded(point.bytes() * 8e-6 * FolderFilms.FPS / plan.frames()));
                row.put("ssim", Math.round(point.likeness() * 1e5) / 1e5);
                row.put("seconds", Report.rounded(point.seconds()));
                row.put("bytesAtTodaysLikeness", Math.round(equal));
                row.put("ofTodays", Report.rounded(equal / today.bytes()));
                rows.add(row);
            }
        });
        if (json) {
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("machine", Peak.machine());
            report.put("frames", plan.frames());
            report.put("size", size);
            report.put("masterBytes", masterBytes);
            report.put("encoders", rows);
            spec.commandLine().getOut().println(Report.json(report));
        } else {
            line("%d frames of %s; the master takes %d bytes", plan.frames(), size, masterBytes);
            line("%-12s %-9s %12s %6s %8s %8s  %s", "encoder", "quality", "bytes", "Mb/s", "SSIM", "s", "at like SSIM");
            rows.forEach(row -> line(
                    "%-12s %-9s %12s %6.2f %8.5f %8.1f  %.2f of openh264's",
                    row.get("encoder"),
                    row.get("quality"),
                    row.get("pictureBytes"),
                    row.get("megabitsPerSecond"),
                    row.get("ssim"),
                    row.get("seconds"),
                    row.get("ofTodays")));
        }
        spec.commandLine().getOut().flush();
    }

    private void line(String format, @Nullable Object... values) {
        spec.commandLine().getOut().printf(Locale.ROOT, format + "%n", values);
    }
}
