package app.keepsake.cli;

import app.keepsake.engine.EngineOptions;
import app.keepsake.engine.Graph;
import app.keepsake.engine.LiveRange;
import app.keepsake.engine.MemoryPlan;
import app.keepsake.engine.Model;
import app.keepsake.engine.ModelFile;
import app.keepsake.engine.SampleNetworks;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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
            names = "--effort",
            defaultValue = "2000",
            paramLabel = "N",
            description = "Orders to try in search of a smaller arena (default: ${DEFAULT-VALUE}).")
    private int effort;

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
        double seconds = (System.nanoTime() - start) / 1e9;
        plan.validate();
        if (output != null) {
            plan.write(output);
        }
        if (picture != null) {
            Files.writeString(picture, plan.svg());
        }
        tell(plan, seconds);
        return ExitCode.OK;
    }

    private MemoryPlan plan() throws IOException {
        if (source.table != null) {
            List<LiveRange> ranges = MemoryPlan.readRanges(source.table);
            return MemoryPlan.of(ranges, effort);
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

    private void tell(MemoryPlan plan, double seconds) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("buffers", plan.ranges().size());
        told.put("bound", plan.bound());
        told.put("size", plan.size());
        told.put("ratio", plan.ratio());
        told.put("method", plan.method());
        told.put("seconds", seconds);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.line(told));
        } else {
            told.forEach((name, value) -> out.printf("%-8s %s%n", name, value));
        }
        out.flush();
    }
}
