package app.keepsake.training.internal.identity;

import app.keepsake.people.FaceSample;
import app.keepsake.people.Group;
import app.keepsake.people.Grouping;
import app.keepsake.people.Thresholds;
import app.keepsake.vision.FaceReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

/**
 * Groups photos of known people and compares with the truth. A photo without a group, or without a face, counts as a
 * group of its own.
 */
public final class GroupingTrial {
    /** The precision that a choice of threshold must keep. */
    public static final double LEAST_PRECISION = 0.98;

    private static final double[] SWEEP = {0.28, 0.3, 0.32, 0.33, 0.34, 0.345, 0.35, 0.36, 0.38, 0.4, 0.44};

    private GroupingTrial() {}

    /** What a threshold leads to. */
    public record Outcome(double merge, GroupingEvaluation evaluation, GroupingFigures figures) {}

    /**
     * A threshold that was chosen on the people of all folds but one, and what it leads to on that one's.
     *
     * @param people in the fold
     */
    public record Fold(int people, Outcome outcome) {}

    public static Outcome at(List<IdentityPhoto> photos, Thresholds thresholds) {
        Grouping grouping = new Grouping(FaceReader.DIMENSIONS, thresholds);
        for (int i = 0; i < photos.size(); i++) {
            int number = i;
            photos.get(i)
                    .portrait()
                    .ifPresent(portrait -> grouping.add(new FaceSample(
                            number,
                            number,
                            OptionalLong.empty(),
                            portrait.embedding(),
                            portrait.quality(),
                            Optional.empty(),
                            Set.of())));
        }
        List<Integer> groups = new ArrayList<>();
        for (int i = 0; i < photos.size(); i++) {
            groups.add(-1 - i);
        }
        int number = 0;
        for (Group group : grouping.settle(() -> false).orElseThrow()) {
            for (long face : group.faces()) {
                groups.set((int) face, number);
            }
            number++;
        }
        List<String> truth = photos.stream().map(IdentityPhoto::identity).toList();
        return new Outcome(thresholds.merge(), GroupingEvaluation.of(groups, truth), GroupingFigures.of(groups, truth));
    }

    /** From the loosest threshold to the strictest. */
    public static List<Outcome> sweep(List<IdentityPhoto> photos) {
        List<Outcome> outcomes = new ArrayList<>();
        for (double merge : SWEEP) {
            outcomes.add(at(photos, Thresholds.DEFAULT.withMerge(merge)));
        }
        return outcomes;
    }

    /** The best F1 that keeps {@link #LEAST_PRECISION}, or else the strictest threshold. */
    public static Outcome best(List<Outcome> sweep) {
        return sweep.stream()
                .filter(outcome -> outcome.evaluation().precision() >= LEAST_PRECISION)
                .max((a, b) ->
                        Double.compare(a.evaluation().f1(), b.evaluation().f1()))
                .orElse(sweep.getLast());
    }

    /** Cross-validation over people: nobody is in two folds. */
    public static List<Fold> folds(List<IdentityPhoto> photos, int count) {
        List<String> people = new ArrayList<>(
                new LinkedHashSet<>(photos.stream().map(IdentityPhoto::identity).toList()));
        Collections.shuffle(people, new Random(1));
        List<Fold> folds = new ArrayList<>();
        for (int fold = 0; fold < count; fold++) {
            Set<String> held = new LinkedHashSet<>();
            for (int i = fold; i < people.size(); i += count) {
                held.add(people.get(i));
            }
            double chosen = best(sweep(photos.stream()
                            .filter(photo -> !held.contains(photo.identity()))
                            .toList()))
                    .merge();
            List<IdentityPhoto> own = photos.stream()
                    .filter(photo -> held.contains(photo.identity()))
                    .toList();
            folds.add(new Fold(held.size(), at(own, Thresholds.DEFAULT.withMerge(chosen))));
        }
        return folds;
    }
}
