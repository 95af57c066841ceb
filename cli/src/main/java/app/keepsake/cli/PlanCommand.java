package app.keepsake.cli;

import app.keepsake.engine.EngineOptions;
import app.keepsake.engine.Graph;
import app.keepsake.engine.LiveRange;
import app.keepsake.engine.MemoryPlan;
import app.keepsake.engine.MemoryPlanFiles;
import app.keepsake.engine.MemoryPlanner;
import app.keepsake.engine.Model;
import app.keepsake.engine.ModelFile;
import app.keepsake.engine.SampleNetworks;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "plan",
        description = "Places buffers in one arena: those of a table, or those of a network at five scales of a photo.",
        mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");

    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    @Option(names = "--model", paramLabel = "MODEL", description = "The network of --pyramid (default: a sample).")
    private @Nullable Path model;

    @Option(names = "-o", paramLabel = "FILE", description = "Write the table with offsets.")
    private @Nullable Path output;

    @Option(names = "--svg", paramLabel = "FILE", description = "Draw the plan: time from left to right, addresses up.")
    private @Nullable Path picture;

    @Option(
            names = "--steps",
            defaultValue = "4000000",
            paramLabel = "N",
            description = "Buffers to place in search of a smaller arena (default: ${DEFAULT-VALUE}).")
    private long steps;

    @Option(
            names = "--seconds",
            defaultValue = "4.5",
            paramLabel = "S",
            description = "Stop searching after so long, whatever is left of the steps (default: ${DEFAULT-VALUE}).")
    private double seconds;

    @Option(names = "--json", description = "One JSON object, for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** What to plan. */
    static final class Source {
        @Parameters(arity = "1", paramLabel = "FILE", description = "Rows of id,lower,upper,size; half-open lifetimes.")
        private @Nullable Path table;

        @Option(
                names = "--pyramid",
                required = true,
                paramLabel = "WxH",
                description = "The size of a photo in pixels.")
        private @Nullable String pyramid;
    }

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        MemoryPlan plan = plan();
        double took = (System.nanoTime() - start) / 1e9;
        MemoryPlanner.validate(plan);
        if (output != null) {
            MemoryPlanFiles.write(plan, output);
        }
        if (picture != null) {
            Files.writeString(picture, MemoryPlanFiles.svg(plan));
        }
        print(plan, took);
        return ExitCode.OK;
    }

    private MemoryPlan plan() throws IOException {
        if (source.table != null) {
            List<LiveRange> ranges = MemoryPlanFiles.readRanges(source.table);
            return MemoryPlanner.plan(ranges, steps, Duration.ofNanos((long) (seconds * 1e9)));
        }
        Matcher size = SIZE.matcher(String.valueOf(source.pyramid));
        if (!size.matches()) {
            throw new ParameterException(
                    spec.commandLine(), "Expected a size such as 1024x768, found '%s'.".formatted(source.pyramid));
        }
        Graph graph = model == null ? SampleNetworks.detector() : ModelFile.read(model);
        int width = Integer.parseInt(size.group(1));
        int height = Integer.parseInt(size.group(2));
        try (Model compiled = Model.compile(graph, EngineOptions.defaults().withThreads(1))) {
            return compiled.preparePyramid(SampleNetworks.pyramid(width, height))
                    .memoryPlan();
        }
    }

    private void print(MemoryPlan plan, double took) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("buffers", plan.ranges().size());
            told.put("bound", plan.bound());
            told.put("size", plan.size());
            told.put("ratio", plan.ratio());
            told.put("method", plan.method());
            told.put("seconds", took);
            out.println(Json.line(told));
        } else {
            out.printf("buffers  %,d%n", plan.ranges().size());
            out.printf("bound    %s, the most that is alive at once%n", amount(plan.bound()));
            out.printf("size     %s, %.3f times the bound%n", amount(plan.size()), plan.ratio());
            out.printf("found    %s, in %.2f s%n", plan.method(), took);
        }
        out.flush();
    }

    /** A table's sizes may be of any unit; a network's are bytes. */
    private String amount(long size) {
        return source.table == null ? "%.2f MiB".formatted(size / 1048576.0) : "%,d".formatted(size);
    }
}
