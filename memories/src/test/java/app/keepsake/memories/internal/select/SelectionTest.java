package app.keepsake.memories.internal.select;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.memories.Item;
import app.keepsake.memories.Libraries;
import app.keepsake.simulator.Photo;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SelectionTest {
    private static final double GUARANTEE = 1 - 1 / Math.E;
    private static final int SHOTS = 4;
    private static final LocalDateTime NOON = LocalDateTime.of(2024, 5, 1, 12, 0);
    private static final List<String> TAGS = List.of("beach", "food", "dog", "street");

    /** Twelve pictures of few people, places and things, so that many share something. */
    private static List<Item> scattered(long seed) {
        Random random = new Random(seed);
        List<Photo> photos = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Photo photo = Photo.of(i, NOON.plusHours(i))
                    .quality(random.nextDouble())
                    .in(random.nextBoolean() ? Photo.LISBON : Photo.PORTO)
                    .tag(TAGS.get(random.nextInt(TAGS.size())));
            photos.add(random.nextBoolean() ? photo.face(1 + random.nextInt(3)) : photo);
        }
        return Libraries.of(photos).items();
    }

    private static List<Integer> numbers(int bits) {
        return BitSet.valueOf(new long[] {bits}).stream().boxed().toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsChosenIsWorthAtLeastWhatTheGuaranteeSays(long seed) {
        List<Item> pool = scattered(seed);
        Objective objective = Objective.of(pool, 2, item -> 1);
        double best = 0;
        for (int bits = 0; bits < 1 << pool.size(); bits++) {
            if (Integer.bitCount(bits) == SHOTS) {
                best = Math.max(best, objective.value(numbers(bits)));
            }
        }
        List<Integer> chosen = Selection.choose(pool, SHOTS, item -> 1).stream()
                .map(Item::index)
                .toList();
        assertThat(chosen).hasSize(SHOTS);
        assertThat(objective.value(chosen)).isBetween(GUARANTEE * best, best + 1e-9);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatAPictureAddsOnlyShrinks(long seed) {
        List<Item> pool = scattered(seed);
        Objective objective = Objective.of(pool, 2, item -> 1);
        for (int i = 0; i + 1 < pool.size(); i++) {
            double before = objective.gain(pool.size() - 1);
            objective.take(i);
            assertThat(objective.gain(pool.size() - 1)).isPositive().isLessThanOrEqualTo(before);
        }
    }

    @Test
    void clipsAndUprightPicturesAreMixedIn() {
        List<Photo> photos = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Photo photo = Photo.of(i, NOON.plusMinutes(10L * i));
            photos.add(i % 10 == 4 ? photo.clip() : i % 10 == 8 ? photo.upright() : photo);
        }
        List<Item> chosen = Selection.choose(Libraries.of(photos).items(), 10, item -> 1);
        assertThat(chosen).anyMatch(Item::clip).anyMatch(item -> item.aspect() < 1);
        assertThat(chosen.stream().filter(item -> !item.clip() && item.aspect() >= 1))
                .isNotEmpty();
    }

    @Test
    void favouritesComeBeforeAnyLength() {
        List<Photo> photos = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Photo photo = Photo.of(i, NOON.plusMinutes(10L * i)).quality(i % 3 == 0 ? 0.2 : 0.9);
            photos.add(i % 3 == 0 ? photo.favourite() : photo);
        }
        List<Item> chosen = Selection.choose(Libraries.of(photos).items(), 8, item -> 1);
        assertThat(chosen).hasSize(20).allMatch(Item::favourite);
    }

    @Test
    void emptyRoomsAreShownLast() {
        List<Photo> photos = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Photo photo = Photo.of(i, NOON.plusMinutes(10L * i)).tag("indoors");
            photos.add(i % 3 == 0 ? photo.quality(0.75).tag("kitchen") : photo.face(1));
        }
        List<Item> chosen = Selection.choose(Libraries.of(photos).items(), 10, item -> 1);
        assertThat(chosen).noneMatch(Item::showsOnlyHousehold);
    }
}
