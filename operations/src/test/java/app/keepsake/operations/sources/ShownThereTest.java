package app.keepsake.operations.sources;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Choice;
import app.keepsake.catalog.Subject;
import app.keepsake.testbed.immich.HeldAsset;
import app.keepsake.testbed.immich.StandInImmich;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is done at random in an Immich, which is simulated and fails at random, is followed here: after each reading that
 * ends well, what is shown here is what may be shown there, and after each other one nothing that was taken away before.
 * The properties {@code keepsake.source.steps} and {@code keepsake.seed} say how many steps, and which.
 */
final class ShownThereTest {
    private static final int STEPS = Integer.getInteger("keepsake.source.steps", 25);
    private static final long SEED = Long.getLong("keepsake.seed", 20261201);
    private static final String PARTNER = "99999999-9999-4999-8999-999999999999";
    private static final List<String> PLACES = List.of("timeline", "archive", "hidden", "locked");

    @TempDir
    Path root;

    private final Random random = new Random(SEED);
    private TestSource library;
    private String shared = "";

    @Test
    void andNowhereElse() throws Exception {
        try (TestSource opened = new TestSource(root, 2 + random.nextInt(2))) {
            library = opened;
            library.add(true, false, true);
            shared = library.immich.album("Wedding", PARTNER, true, List.of());
            int exact = 0;
            Set<String> takenAway = new HashSet<>();
            Set<String> everTakenAway = new HashSet<>();
            for (int step = 0; step < STEPS; step++) {
                String what = "step %d of seed %d".formatted(step, SEED);
                change();
                // What came back may be shown from now on, also by a reading that ends early.
                takenAway.removeAll(mayBeShown());
                int stopAfter = random.nextInt(4) == 0 ? random.nextInt(6) : Integer.MAX_VALUE;
                int[] asked = {0};
                SyncReport report = library.sync(() -> asked[0]++ > stopAfter);
                if (report.interrupted()) {
                    assertThat(new ArrayList<>(library.shown().keySet()))
                            .as(what)
                            .noneMatch(takenAway::contains);
                } else {
                    assertThat(library.shown().keySet()).as(what).isEqualTo(mayBeShown());
                    takenAway.clear();
                    takenAway.addAll(ids());
                    everTakenAway.addAll(takenAway);
                    exact++;
                }
                assertThat(library.immich.breaches()).as(what).isEmpty();
            }
            assertThat(exact).isGreaterThan(STEPS / 3);
            assertThat(everTakenAway).hasSizeGreaterThan(5);
        }
    }

    private Set<String> ids() {
        Set<String> away = new HashSet<>();
        library.immich.all().forEach(held -> away.add(held.id()));
        away.removeAll(mayBeShown());
        return away;
    }

    private Set<String> mayBeShown() {
        Set<String> keys = new HashSet<>();
        List<String> inAlbum = library.immich.contents().getOrDefault("Wedding", List.of());
        for (HeldAsset held : library.immich.all()) {
            boolean mine = held.owner().equals(StandInImmich.ME);
            if (held.visibility().equals("timeline") && !held.trashed() && (mine || inAlbum.contains(held.id()))) {
                keys.add(held.id());
            }
        }
        return keys;
    }

    private void change() {
        library.immich.faults().failEach(random.nextBoolean() ? 3 + random.nextInt(5) : 0);
        library.immich.faults().cutEach(random.nextBoolean() ? 3 + random.nextInt(5) : 0);
        for (int i = random.nextInt(4); i >= 0; i--) {
            List<HeldAsset> all = new ArrayList<>(library.immich.all());
            LocalDateTime when = LocalDateTime.of(2024, 1 + random.nextInt(3), 1 + random.nextInt(28), 12, 0);
            if (all.size() < 4 || random.nextInt(4) == 0) {
                HeldAsset added = library.immich.add("a.jpg", when);
                if (random.nextInt(4) == 0) {
                    library.immich.change(added.id(), held -> held.of(PARTNER));
                    assertThat(library.immich.addTo(shared, List.of(added.id())))
                            .isTrue();
                }
                continue;
            }
            HeldAsset one = all.get(random.nextInt(all.size()));
            switch (random.nextInt(7)) {
                case 0 -> library.immich.delete(one.id());
                case 1 -> library.immich.change(one.id(), held -> held.seenAs(held.visibility(), !held.trashed()));
                case 2 -> library.immich.change(one.id(), held -> held.takenAt(when));
                case 3 -> library.immich.change(one.id(), held -> held.pictured(held.picture() + 1));
                case 4 -> library.catalog.choices().add(Choice.Stance.LESS, new Subject.OfTag("beach"), "");
                default -> {
                    String place = PLACES.get(random.nextInt(PLACES.size()));
                    library.immich.change(one.id(), held -> held.seenAs(place, false));
                }
            }
        }
    }
}
