package app.keepsake.people;

import static app.keepsake.people.Vectors.DIMENSIONS;
import static app.keepsake.people.Vectors.cosine;
import static app.keepsake.people.Vectors.face;
import static app.keepsake.people.Vectors.vector;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GroupingTest {
    private static final OptionalLong NO_DAY = OptionalLong.empty();
    private static final OptionalLong NOBODY = OptionalLong.empty();

    private final Grouping grouping = new Grouping(DIMENSIONS, Thresholds.DEFAULT);

    private static FaceSample of(FaceSample face, double quality, Optional<String> label, Set<Long> not) {
        return new FaceSample(face.face(), face.asset(), face.day(), face.vector(), quality, label, not);
    }

    private List<Group> settle() {
        return grouping.settle(() -> false).orElseThrow();
    }

    private List<Set<Long>> faces() {
        return settle().stream().map(group -> Set.copyOf(group.faces())).toList();
    }

    @Test
    void putsTheFacesOfEachPersonTogether() {
        for (int i = 0; i < 12; i++) {
            grouping.add(face(i, i % 3));
        }

        assertThat(faces()).containsExactly(Set.of(0L, 3L, 6L, 9L), Set.of(1L, 4L, 7L, 10L), Set.of(2L, 5L, 8L, 11L));
    }

    @Test
    void givesNewFacesToKnownPeople() {
        grouping.person(40, Optional.of("Anna"));
        grouping.know(40, face(0, 1));
        grouping.add(face(1, 1));
        grouping.add(face(2, 2));

        assertThat(settle())
                .containsExactly(
                        new Group(OptionalLong.of(40), Optional.of("Anna"), List.of(), List.of(1L)),
                        new Group(NOBODY, Optional.empty(), List.of(), List.of(2L)));
    }

    @Test
    void findsOutThatTwoKnownPeopleAreOneWhenANewFaceConnectsThem() {
        grouping.person(40, Optional.empty());
        grouping.person(41, Optional.of("Anna"));
        grouping.know(40, face(0, 1));
        grouping.know(41, face(1, 1));
        assertThat(settle()).as("nothing is new").isEmpty();

        grouping.add(face(2, 1));

        assertThat(settle())
                .containsExactly(new Group(OptionalLong.of(41), Optional.of("Anna"), List.of(40L), List.of(2L)));
    }

    @Test
    void neverMakesOneOfTwoPeopleWithNames() {
        grouping.person(40, Optional.of("Anna"));
        grouping.person(41, Optional.of("Her twin"));
        grouping.know(40, face(0, 1));
        grouping.know(41, face(1, 1));
        grouping.add(face(2, 1));

        assertThat(settle())
                .hasSize(1)
                .allSatisfy(group -> assertThat(group.absorbed()).isEmpty());
    }

    @Test
    void obeysThatAFaceIsNotAPerson() {
        grouping.person(40, Optional.of("Anna"));
        grouping.know(40, face(0, 1));
        grouping.add(of(face(1, 1), 0.9, Optional.empty(), Set.of(40L)));
        grouping.add(face(2, 1));

        List<Group> groups = settle();

        assertThat(groups.stream().filter(group -> group.faces().contains(1L)))
                .hasSize(1)
                .allSatisfy(group -> assertThat(group.person()).isEmpty());
    }

    @Test
    void keepsFacesOfOnePictureApart() {
        FaceSample left = face(0, 1);
        FaceSample right = new FaceSample(1, left.asset(), NO_DAY, vector(1, 1), 0.9, Optional.empty(), Set.of());
        grouping.add(left);
        grouping.add(right);

        assertThat(faces()).containsExactly(Set.of(0L), Set.of(1L));
    }

    @Test
    void takesOneLabelForOnePersonAndTwoForTwo() {
        grouping.add(of(face(0, 1), 0.9, Optional.of("Anna"), Set.of()));
        grouping.add(of(face(1, 2), 0.9, Optional.of("anna "), Set.of()));
        grouping.add(of(face(2, 1), 0.9, Optional.of("Bert"), Set.of()));

        assertThat(settle())
                .containsExactly(
                        new Group(NOBODY, Optional.of("Anna"), List.of(), List.of(0L, 1L)),
                        new Group(NOBODY, Optional.of("Bert"), List.of(), List.of(2L)));
    }

    @Test
    void followsALabelToThePersonWhoWasRenamed() {
        grouping.person(40, Optional.of("Anna Meier"));
        grouping.know(40, of(face(0, 1), 0.9, Optional.of("Anna"), Set.of()));
        grouping.add(of(face(1, 2), 0.9, Optional.of("Anna"), Set.of()));

        assertThat(settle())
                .singleElement()
                .satisfies(group -> assertThat(group.person()).hasValue(40));
    }

    @Test
    void knowsTheLooksOfAPersonApart() {
        grouping.person(40, Optional.of("Anna"));
        for (int i = 0; i < 6; i++) {
            // As a child and as a woman, as different as two people.
            grouping.know(40, face(i, 1 + i % 2));
        }
        grouping.add(face(6, 1));
        grouping.add(face(7, 2));

        assertThat(settle()).singleElement().satisfies(group -> {
            assertThat(group.person()).hasValue(40);
            assertThat(group.faces()).containsExactlyInAnyOrder(6L, 7L);
        });
    }

    @Test
    void letsUnclearFacesJoinButNotFound() {
        grouping.add(of(face(0, 1), 0.1, Optional.empty(), Set.of()));
        grouping.add(of(face(1, 2), 0.1, Optional.empty(), Set.of()));
        grouping.add(face(2, 1));

        assertThat(faces()).containsExactly(Set.of(0L, 2L));
    }

    @Test
    void letsNobodyBeJoinedByWhatIsNoFace() {
        grouping.add(face(0, 1));
        grouping.add(of(face(1, 1), 0, Optional.empty(), Set.of()));

        assertThat(faces()).containsExactly(Set.of(0L));
    }

    @Test
    void doesNotMindTheDaysWhenPeopleAreClear() {
        for (int i = 0; i < 40; i++) {
            grouping.add(
                    new FaceSample(i, i, OptionalLong.of(i / 10), vector(i % 2, i), 0.9, Optional.empty(), Set.of()));
        }

        assertThat(faces()).hasSize(2).allSatisfy(faces -> assertThat(faces).hasSize(20));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 30})
    void comesToTheSameWhenFacesComeInPortions(int portion) {
        for (int i = 0; i < 60; i++) {
            grouping.add(face(i, i % 5));
            if (i % portion == 0) {
                settle();
            }
        }

        assertThat(faces())
                .containsExactlyElementsOf(IntStream.range(0, 5)
                        .mapToObj(who -> Set.copyOf(IntStream.range(0, 12)
                                .mapToObj(i -> (long) (i * 5 + who))
                                .toList()))
                        .toList());
    }

    @Test
    void neverMakesOnePersonOfTwoInOnePictureHoweverManyPicturesThereAre() {
        for (int i = 0; i < 200; i++) {
            grouping.add(face(i, 1));
        }
        settle();
        FaceSample twin = face(500, 1);
        grouping.add(new FaceSample(500, 7, NO_DAY, twin.vector(), 0.9, Optional.empty(), Set.of()));

        assertThat(faces()).hasSize(2).contains(Set.of(500L));
    }

    @Test
    void decidesNothingWhenStopped() {
        grouping.add(face(0, 1));

        assertThat(grouping.settle(() -> true)).isEmpty();
    }

    /** Average linkage by its definition: all pairs, over and over. */
    private static List<Set<Integer>> byDefinition(float[][] vectors, double least) {
        List<Set<Integer>> groups = new ArrayList<>();
        for (int i = 0; i < vectors.length; i++) {
            groups.add(new TreeSet<>(Set.of(i)));
        }
        while (true) {
            double best = least;
            int[] pair = null;
            for (int a = 0; a < groups.size(); a++) {
                for (int b = 0; b < a; b++) {
                    double likeness = meanLikeness(vectors, groups.get(a), groups.get(b));
                    if (likeness >= best) {
                        best = likeness;
                        pair = new int[] {a, b};
                    }
                }
            }
            if (pair == null) {
                return groups;
            }
            groups.get(pair[1]).addAll(groups.remove(pair[0]));
        }
    }

    private static double meanLikeness(float[][] vectors, Set<Integer> a, Set<Integer> b) {
        return a.stream()
                .flatMapToDouble(i -> b.stream().mapToDouble(j -> cosine(vectors[i], vectors[j])))
                .average()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isAverageLinkage(long seed) {
        Random random = new Random(seed);
        float[][] vectors = new float[40][DIMENSIONS];
        for (float[] vector : vectors) {
            int who = random.nextInt(6);
            Random own = new Random(who);
            for (int i = 0; i < DIMENSIONS; i++) {
                vector[i] = (float) (1 + 0.5 * own.nextGaussian() + 0.4 * random.nextGaussian());
            }
        }
        double least = 0.85;
        Grouping plain = new Grouping(DIMENSIONS, new Thresholds(1, least, 0, 0, 1, 0, 1));
        for (int i = 0; i < vectors.length; i++) {
            plain.add(new FaceSample(i, i, NO_DAY, vectors[i], 1, Optional.empty(), Set.of()));
        }

        List<Set<Integer>> groups = plain.settle(() -> false).orElseThrow().stream()
                .map(group ->
                        Set.copyOf(group.faces().stream().map(Long::intValue).toList()))
                .toList();

        List<Set<Integer>> expected = byDefinition(vectors, least);
        assertThat(expected).as("neither all apart nor all one").hasSizeBetween(2, 39);
        assertThat(groups).containsExactlyInAnyOrderElementsOf(expected);
    }
}
