package app.keepsake.bench;

import app.keepsake.bench.ZoompanFilm.Took;
import app.keepsake.film.CancelSignal;
import app.keepsake.film.FilmPlan;
import app.keepsake.film.FilmRenderer;
import app.keepsake.film.Length;
import app.keepsake.film.Mood;
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
            addFigures(report, Map.of("machine", Peak.machine(), "size", size, "mood", mood));
            addFigures(report, race(material, folder));
            addFigures(report, restarts(material, folder));
            long peak = RenderProcess.peak(material.plan(mood, FilmMaterial.RACED), folder);
            addFigures(report, Map.of("processPeakMiB", peak >> 20));
            addFigures(report, Smoothness.measure(folder));
            if (json) {
                spec.commandLine().getOut().println(Report.json(report));
                spec.commandLine().getOut().flush();
            }
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

    /**
     * The same film by both, in turn, and its frames alone, without encoding; the first of ours warms up and does not
     * count. Processor time says what wall time cannot on a machine that others use too.
     */
    private Map<String, Object> race(FilmMaterial material, Path folder) throws IOException, InterruptedException {
        FilmPlan plan = material.plan(mood, FilmMaterial.RACED);
        Path sound = folder.resolve("score.wav");
        WaveWriter.write(
                Score.of(Mood.named(mood), FilmMaterial.RACED, plan.request().seed(), CancelSignal.NEVER), sound);
        Path ours = folder.resolve("ours.mp4");
        Path theirs = folder.resolve("theirs.mp4");
        double seconds = plan.duration().toNanos() / 1e9;
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("frames", plan.frames());
        result.put("filmSeconds", Report.rounded(seconds));
        Took cold = OurFilm.render(plan, ours);
        Took[] our = new Took[runs];
        Took[] their = new Took[runs];
        Took[] ourFrames = new Took[runs];
        Took[] theirFrames = new Took[runs];
        for (int i = 0; i < runs; i++) {
            our[i] = OurFilm.render(plan, ours);
            their[i] = ZoompanFilm.render(plan, sound, theirs);
            ourFrames[i] = OurFilm.draw(plan);
            theirFrames[i] = ZoompanFilm.draw(plan, sound);
        }
        result.put("coldSeconds", Report.rounded(cold.wall()));
        result.put("timesRealTime", Report.rounded(seconds / wall(our)));
        result.put("ffmpegTimesRealTime", Report.rounded(seconds / wall(their)));
        compare(result, "film", our, their);
        compare(result, "frames", ourFrames, theirFrames);
        result.put("ourBytes", Files.size(ours));
        result.put("ffmpegBytes", Files.size(theirs));
        return result;
    }

    private static void compare(Map<String, Object> result, String what, Took[] ours, Took[] theirs) {
        result.put(what + "Seconds", Report.rounded(wall(ours)));
        result.put(what + "FfmpegSeconds", Report.rounded(wall(theirs)));
        result.put(what + "Ratio", Report.rounded(wall(theirs) / wall(ours)));
        result.put(what + "ProcessorSeconds", Report.rounded(processor(ours)));
        result.put(what + "FfmpegProcessorSeconds", Report.rounded(processor(theirs)));
        result.put(what + "ProcessorRatio", Report.rounded(processor(theirs) / processor(ours)));
    }

    private static double wall(Took[] runs) {
        return median(Arrays.stream(runs).mapToDouble(Took::wall).toArray());
    }

    private static double processor(Took[] runs) {
        return median(Arrays.stream(runs).mapToDouble(Took::processor).toArray());
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

    /** People see each result when it is there. */
    private void addFigures(Map<String, Object> report, Map<String, Object> found) {
        report.putAll(found);
        if (!json) {
            found.forEach((name, value) -> spec.commandLine().getOut().printf(Locale.ROOT, "%-28s %s%n", name, value));
            spec.commandLine().getOut().flush();
        }
    }
}
