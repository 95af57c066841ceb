package app.keepsake.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LikelyPetsTest {
    private static final long REX = 1;
    private static final long LUNA = 2;

    private final List<Animal> animals = new ArrayList<>();

    /** @param angle degrees: those that are alike look into the same direction */
    private void add(long face, double angle, OptionalLong pet, Long... not) {
        add(face, face, angle, pet, not);
    }

    private void add(long face, long asset, double angle, OptionalLong pet, Long... not) {
        float[] vector = {(float) Math.cos(Math.toRadians(angle)), (float) Math.sin(Math.toRadians(angle))};
        animals.add(new Animal(face, asset, vector, pet, Set.of(not)));
    }

    private void rex(long face, double angle) {
        add(face, angle, OptionalLong.of(REX));
    }

    private List<Long> asked() {
        return new LikelyPets(animals).questions(10).stream().map(Doubt::other).toList();
    }

    @Test
    void asksAboutTheLikeliestFirstAndNotAboutOthers() {
        rex(10, 0);
        add(11, 30, OptionalLong.empty());
        add(12, 10, OptionalLong.empty());
        add(13, 60, OptionalLong.empty());
        assertThat(asked()).containsExactly(12L, 11L);
        assertThat(new LikelyPets(animals).questions(1)).singleElement().satisfies(doubt -> {
            assertThat(doubt.face()).isEqualTo(10);
            assertThat(doubt.likeness())
                    .isCloseTo(Math.cos(Math.toRadians(10)), org.assertj.core.data.Offset.offset(1e-6));
        });
    }

    @Test
    void asksNothingWhereNoPetIsKnown() {
        add(11, 30, OptionalLong.empty());
        assertThat(asked()).isEmpty();
    }

    @Test
    void asksAboutThePetThatItIsMostLike() {
        rex(10, 0);
        add(20, 30, OptionalLong.of(LUNA));
        add(11, 20, OptionalLong.empty());
        assertThat(new LikelyPets(animals).questions(10))
                .singleElement()
                .satisfies(doubt -> assertThat(doubt.face()).isEqualTo(20));
    }

    @Test
    void learnsFromANo() {
        rex(10, 0);
        add(11, 20, OptionalLong.empty(), REX);
        // As near to what is not Rex as to Rex, and nearer.
        add(12, 9, OptionalLong.empty());
        add(13, 11, OptionalLong.empty());
        assertThat(asked()).containsExactly(12L);
    }

    @Test
    void whatIsNotThePetMayBeAnother() {
        rex(10, 0);
        add(20, 30, OptionalLong.of(LUNA));
        add(11, 5, OptionalLong.empty(), REX);
        assertThat(new LikelyPets(animals).questions(10))
                .singleElement()
                .satisfies(doubt -> assertThat(doubt.face()).isEqualTo(20));
    }

    @Test
    void twoAnimalsOfOnePictureAreTwo() {
        add(10, 100, 0, OptionalLong.of(REX));
        add(11, 100, 1, OptionalLong.empty());
        assertThat(asked()).isEmpty();
    }

    @Test
    void looksAtAllTimesOfAPetWithManyPictures() {
        for (int i = 0; i < 1000; i++) {
            rex(1000 + i, i * 0.18);
        }
        add(10, 1, OptionalLong.empty());
        add(11, 178, OptionalLong.empty());
        assertThat(asked()).hasSize(2);
    }
}
