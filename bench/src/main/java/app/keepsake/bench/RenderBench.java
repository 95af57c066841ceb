package app.keepsake.bench;

import app.keepsake.film.CancelSignal;
import app.keepsake.film.FilmPlan;
import app.keepsake.film.FilmRenderer;
import app.keepsake.film.Length;
import app.keepsake.film.Mood;
import app.keepsake.film.ProgressListener;
import app.keepsake.film.Score;
import app.keepsake.media.WaveWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code keepsake bench render}. */
@Command(
        name = "render",
        description = "Renders a film of generated photos of 12 megapixels, and the same film by an FFmpeg graph of"
                + " zoompan and xfade with the same encoder, in turn; medians. Then the time until a film that is"
                + " changed plays, the memory of a process that renders, and how smoothly a corner moves.",
        mixinStandardHelpOptions = true)
final class RenderBench implements Callable<Integer> {
    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "Films of each (default: ${DEFAULT-VALUE}).",
            defaultValue = "3")
    private int runs = 3;

    @Option(
            names = "--size",
            paramLabel = "S",
            description = "720p, 1080p or 4k (default: ${DEFAULT-VALUE}).",
            defaultValue = "1080p")
    private String size = "1080p";

    @Option(
            names = "--mood",
            paramLabel = "M",
            description = "The film's mood (default: ${DEFAULT-VALUE}).",
            defaultValue = "gentle")
    private String mood = "gentle";

    @Option(names = "--json", description = "One JSON object, for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("keepsake-bench");
        try {
            FilmMaterial material = FilmMaterial.make(folder, size);
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("machine", Peak.machine());
            report.put("size", size);
            report.put("mood", mood);
            report.putAll(race(material, folder));
            report.putAll(restarts(material, folder));
            report.put("processPeakMiB", RenderProcess.peak(material.plan(mood, FilmMaterial.RACED), folder) >> 20);
            report.putAll(Smoothness.measure(folder));
            tell(report);
            return 0;
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    /** The same film by both, in turn; the first of each warms up and does not count. */
    private Map<String, Object> race(FilmMaterial material, Path folder) throws IOException, InterruptedException {
        FilmPlan plan = material.plan(mood, FilmMaterial.RACED);
        Path sound = folder.resolve("score.wav");
        WaveWriter.write(
                Score.of(Mood.named(mood), FilmMaterial.RACED, plan.request().seed(), CancelSignal.NEVER), sound);
        Path ours = folder.resolve("ours.mp4");
        Path theirs = folder.resolve("theirs.mp4");
        double[] our = new double[runs];
        double[] their = new double[runs];
        double cold = 0;
        for (int i = -1; i < runs; i++) {
            long start = System.nanoTime();
            new FilmRenderer().render(plan, ours, ProgressListener.NONE, CancelSignal.NEVER);
            double took = (System.nanoTime() - start) / 1e9;
            if (i < 0) {
                cold = took;
            } else {
                our[i] = took;
                their[i] = ZoompanFilm.render(plan, sound, theirs);
            }
        }
        double seconds = plan.duration().toNanos() / 1e9;
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("frames", plan.frames());
        result.put("filmSeconds", Report.rounded(seconds));
        result.put("ourSeconds", Report.rounded(median(our)));
        result.put("ourColdSeconds", Report.rounded(cold));
        result.put("ffmpegSeconds", Report.rounded(median(their)));
        result.put("timesRealTime", Report.rounded(seconds / median(our)));
        result.put("ffmpegTimesRealTime", Report.rounded(seconds / median(their)));
        result.put("ratio", Report.rounded(median(their) / median(our)));
        result.put("ourBytes", Files.size(ours));
        result.put("ffmpegBytes", Files.size(theirs));
        return result;
    }

    /**
     * The time until a film plays: the first of a renderer that has not worked before, and one after somebody watched for
     * a second and changed the mood or the length, the end of the film before included.
     */
    private Map<String, Object> restarts(FilmMaterial material, Path folder) throws IOException {
        List<String> moods = Mood.names();
        double[] first = new double[moods.size()];
        double[] changed = new double[moods.size()];
        for (int i = 0; i < moods.size(); i++) {
            FilmRenderer renderer = new FilmRenderer();
            Watching one = Watching.of(renderer, material.plan(moods.get(i), Length.MEDIUM), folder, System.nanoTime());
            Length length = i % 2 == 0 ? Length.SHORT : Length.MEDIUM;
            String next = moods.get((i + 4) % moods.size());
            first[i] = one.seconds();
            changed[i] = Watching.of(renderer, material.plan(next, length), folder, one.endedAt())
                    .seconds();
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("firstFragmentSeconds", Report.rounded(median(first)));
        result.put("firstFragmentMost", Report.rounded(most(first)));
        result.put("changedSeconds", Report.rounded(median(changed)));
        result.put("changedMost", Report.rounded(most(changed)));
        return result;
    }

    private static double most(double[] values) {
        return Arrays.stream(values).max().orElse(0);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private void tell(Map<String, Object> report) {
        if (json) {
            spec.commandLine().getOut().println(Report.json(report));
        } else {
            report.forEach((name, value) -> spec.commandLine().getOut().printf(Locale.ROOT, "%-24s %s%n", name, value));
        }
        spec.commandLine().getOut().flush();
    }
}
