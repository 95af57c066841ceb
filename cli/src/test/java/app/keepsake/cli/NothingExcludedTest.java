package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.CatalogLocation;
import app.keepsake.testbed.Needs;
import app.keepsake.testbed.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two people in the web app and one at the command line do at random what can be done to a library, all at once: they
 * index, tell memories, choose, hide, edit, render, share and undo. After each of their steps nobody is shown what is
 * excluded, and one who has not given the password again is told nothing of what is hidden. The properties {@code keepsake.steps} and {@code keepsake.seed} say how many steps, and which.
 */
final class NothingExcludedTest {
    private static final int FEW = 200;
    private static final int MANY = Integer.getInteger("keepsake.steps", 800);
    private static final long SEED = Long.getLong("keepsake.seed", 20261130);
    private static final int HANDS = 3;

    @TempDir
    Path folder;

    @Test
    void isEverShownFromAFile() throws Exception {
        play(FEW);
    }

    @Test
    void isEverShownFromAServer() throws Exception {
        onServer();
        play(FEW);
    }

    @Test
    @Tag("slow")
    void isEverShownFromAFileInManySteps() throws Exception {
        play(MANY);
    }

    @Test
    @Tag("slow")
    void isEverShownFromAServerInManySteps() throws Exception {
        onServer();
        play(MANY);
    }

    private void onServer() throws IOException, InterruptedException {
        Needs.tool(PostgresServer.forTests().isPresent(), PostgresServer.ABSENT);
        String address = PostgresServer.forTests().get().newDatabase();
        Path library = Files.createDirectories(folder.resolve("library"));
        Files.writeString(library.resolve(CatalogLocation.SETTINGS), "catalog = " + address);
    }

    private void play(int steps) throws Exception {
        long start = System.nanoTime();
        long seen = 0;
        try (Scene scene = new Scene(folder);
                ExecutorService threads = Executors.newFixedThreadPool(HANDS)) {
            List<Hand> hands = new ArrayList<>();
            for (int i = 0; i < HANDS; i++) {
                hands.add(new Hand(scene, i == 0, SEED + i));
            }
            for (int step = 0; step < steps; step += HANDS) {
                scene.keepProven();
                List<Future<String>> running = new ArrayList<>();
                for (Hand hand : hands) {
                    running.add(threads.submit(hand::act));
                }
                List<String> did = new ArrayList<>();
                for (Future<String> one : running) {
                    did.add(result(one, step));
                }
                seen += Eyes.look(scene, "step %d of seed %d, %s".formatted(step, SEED, did));
            }
            assertThat(scene.links).as("links").isNotEmpty();
            assertThat(seen).as("pictures that were shown").isGreaterThan(steps);
            System.out.printf(
                    "%d steps, %d pictures seen, %d films, %d links: %d s.%n",
                    steps,
                    seen,
                    scene.catalog.memories().films().size(),
                    scene.links.size(),
                    (System.nanoTime() - start) / 1_000_000_000);
        }
    }

    private static String result(Future<String> one, int step) throws InterruptedException {
        try {
            return one.get();
        } catch (ExecutionException e) {
            throw new AssertionError("Step %d of seed %d: %s".formatted(step, SEED, e.getCause()), e);
        }
    }
}
