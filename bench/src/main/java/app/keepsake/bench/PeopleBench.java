package app.keepsake.bench;

import app.keepsake.people.FaceSample;
import app.keepsake.people.Grouping;
import app.keepsake.people.Thresholds;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How long it takes to find out whose a new face is when many are known, and what that takes of the heap. */
@Command(
        name = "people",
        description = "Tells whose synthetic faces are, one by one, among many that are known.",
        mixinStandardHelpOptions = true)
final class PeopleBench implements Callable<Integer> {
    private static final int DIMENSIONS = 512;
    private static final long DAYS = 3650;

    @Option(names = "--faces", defaultValue = "100000", description = "Known faces (${DEFAULT-VALUE}).")
    private int faces;

    @Option(
            names = "--people",
            defaultValue = "2000,100000",
            split = ",",
            description = "How many people they are of; as many as faces means strangers all (${DEFAULT-VALUE}).")
    private List<Integer> people = List.of();

    @Option(names = "--all-at-once", description = "Group all faces anew instead of adding some to those known.")
    private boolean allAtOnce;

    @Option(names = "--inserts", defaultValue = "50", description = "Faces to add one by one (${DEFAULT-VALUE}).")
    private int inserts;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        print("%d faces of %d dimensions, heap at most %d MiB%n"
                .formatted(faces, DIMENSIONS, Runtime.getRuntime().maxMemory() >> 20));
        for (int count : people) {
            if (allAtOnce) {
                allAtOnce(count);
            } else {
                measure(count);
            }
        }
        return 0;
    }

    private void measure(int count) {
        Faces source = new Faces(count);
        Grouping known = new Grouping(DIMENSIONS, Thresholds.DEFAULT);
        for (int who = 0; who < count; who++) {
            known.person(who, Optional.empty());
        }
        for (int i = 0; i < faces; i++) {
            known.know(source.who(i), source.face(i));
        }
        double[] times = new double[inserts];
        for (int i = 0; i < inserts; i++) {
            FaceSample sample = source.face(faces + i);
            long begun = System.nanoTime();
            known.add(sample);
            var _ = known.settle(() -> false).orElseThrow();
            times[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(times);
        System.gc();
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        Reference.reachabilityFence(known);
        print("of %6d people: insert median %.2f ms, 95 %% below %.2f ms; heap in use %d MiB%n"
                .formatted(count, times[inserts / 2], times[inserts * 95 / 100], used >> 20));
    }

    /** As the first run over a library does it. */
    private void allAtOnce(int count) {
        Faces source = new Faces(count);
        Grouping grouping = new Grouping(DIMENSIONS, Thresholds.DEFAULT);
        long time = 0;
        for (int i = 0; i < faces; i++) {
            FaceSample face = source.face(i);
            long begun = System.nanoTime();
            grouping.add(face);
            if (i % Grouping.BATCH == Grouping.BATCH - 1) {
                var _ = grouping.settle(() -> false).orElseThrow();
            }
            time += System.nanoTime() - begun;
        }
        int groups = grouping.settle(() -> false).orElseThrow().size();
        print("of %6d people: all at once %.1f s, %d groups%n".formatted(count, time / 1e9, groups));
    }

    private void print(String text) {
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
    }

    /**
     * Faces as the network would embed them: close around one direction, as all its embeddings are, people further
     * apart than the pictures of one.
     */
    private record Faces(int people) {
        private static final double COMMON = 1;
        private static final double BETWEEN = 0.47;
        private static final double WITHIN = 0.22;

        int who(int number) {
            return new Random(number * 31L + 7).nextInt(people);
        }

        FaceSample face(int number) {
            int who = who(number);
            Random common = new Random(1);
            Random own = new Random(who + 1_000_003L);
            Random picture = new Random(number + 2_000_029L);
            float[] vector = new float[DIMENSIONS];
            for (int i = 0; i < DIMENSIONS; i++) {
                vector[i] = (float) (COMMON * common.nextGaussian()
                        + BETWEEN * own.nextGaussian()
                        + WITHIN * picture.nextGaussian());
            }
            long day = new Random(number + 5L).nextLong(DAYS);
            return new FaceSample(number, number, OptionalLong.of(day), vector, 0.9, Optional.empty(), Set.of());
        }
    }
}
