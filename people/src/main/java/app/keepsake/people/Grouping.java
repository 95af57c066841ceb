package app.keepsake.people;

import app.keepsake.people.Neighbours.Neighbour;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Finds out which faces are one person. First say who is known, with {@link #know}; then {@link #add} what is new, in
 * an order that does not depend on chance; then {@link #settle}.
 *
 * <p>Two passes: a cautious one among the faces of each day, and an agglomerative one by average linkage, best pair
 * first, that begins from the new faces: known people become one only if something new connects them. What a person
 * looked like at times far apart is kept apart and joined from one to the next. Nothing is grouped anew. The same calls
 * give the same groups. Not thread-safe.
 */
public final class Grouping {
    /** Faces that are best settled together: more make it slower, fewer see less at once. */
    public static final int BATCH = 2000;

    /** Of lower quality is what a second look takes for no face at all: it joins nobody. */
    private static final double NO_FACE = 0.05;

    private final Thresholds thresholds;
    private final Clusters clusters;
    private final List<Members> members = new ArrayList<>();
    private final Neighbours neighbours;
    private final Map<Long, Members> ofPerson = new HashMap<>();
    private final Map<String, Members> ofLabel = new HashMap<>();
    private final Map<Long, List<Integer>> rowsOfDay = new HashMap<>();
    private final Set<Integer> fresh = new LinkedHashSet<>();
    private final List<FaceSample> unclear = new ArrayList<>();
    private boolean isSettled;

    /** @param dimensions of the embeddings */
    public Grouping(int dimensions, Thresholds thresholds) {
        this.thresholds = thresholds;
        this.clusters = new Clusters(dimensions);
        this.neighbours = new Neighbours(clusters, members, thresholds.sameDay());
    }

    /**
     * A person who is there already, to be said before the person's faces.
     *
     * @param name two people with names never become one
     */
    public void person(long person, Optional<String> name) {
        Members who = Members.of(OptionalLong.of(person), name);
        newRow(who);
        ofPerson.put(person, who);
        name.ifPresent(text -> ofLabel.putIfAbsent(key(text), who));
    }

    /** A face that belongs to somebody already. */
    public void know(long person, FaceSample sample) {
        Members who = ofPerson.get(person);
        if (who == null) {
            throw new IllegalArgumentException(
                    "Face %d is of person %d, who was not named before.".formatted(sample.face(), person));
        }
        who.put(sample, false);
        look(who, sample);
        // Where the user gave another name than the label, the label still leads to the person who has such faces.
        sample.label().ifPresent(text -> ofLabel.put(key(text), who));
    }

    /** Puts a face to the look of its person that it is most like, or begins another one; returns its row. */
    private int look(Members who, FaceSample sample) {
        int own = newRow(who);
        add(own, sample);
        int best = -1;
        for (int row : who.looks().subList(0, who.looks().size() - 1)) {
            if (clusters.isEmpty(row)
                    || clusters.isEmpty(own)
                    || !clusters.isComplete(row, own)
                            && clusters.likeness(own, row) >= thresholds.look()
                            && (best < 0 || clusters.likeness(own, row) > clusters.likeness(own, best))) {
                best = row;
            }
        }
        if (best < 0) {
            return own;
        }
        removeLastRow();
        add(best, sample);
        return best;
    }

    /** Looks of few faces are not looks, unless they are like no other of the person. */
    private void completeLooks() {
        for (Members who : ofPerson.values()) {
            for (int row : List.copyOf(who.looks())) {
                int best = -1;
                for (int other : who.looks()) {
                    if (other != row
                            && clusters.isSmall(row)
                            && !clusters.isEmpty(row)
                            && !clusters.isEmpty(other)
                            && clusters.likeness(row, other) >= thresholds.look()
                            && (best < 0 || clusters.likeness(row, other) > clusters.likeness(row, best))) {
                        best = other;
                    }
                }
                if (best >= 0) {
                    clusters.merge(best, row);
                    who.looks().remove(Integer.valueOf(row));
                    members.set(row, Members.of(OptionalLong.empty(), Optional.empty()));
                }
            }
        }
    }

    /** A face that belongs to nobody yet. */
    public void add(FaceSample sample) {
        if (sample.label().isPresent() && joinsLabel(sample, sample.label().get())) {
            return;
        }
        if (sample.quality() < thresholds.founding()) {
            if (sample.quality() >= NO_FACE) {
                unclear.add(sample);
            }
            return;
        }
        Members who = Members.of(OptionalLong.empty(), Optional.empty());
        int row = newRow(who);
        add(row, sample);
        who.put(sample, true);
        if (sample.day().isPresent()) {
            List<Integer> sameDay = rowsOfDay.computeIfAbsent(sample.day().getAsLong(), day -> new ArrayList<>());
            Neighbour best = neighbours.of(row, thresholds.cautious(), sameDay);
            if (best.isThere()) {
                removeLastRow();
                members.get(best.other()).put(sample, true);
                add(best.other(), sample);
                return;
            }
            sameDay.add(row);
        }
        fresh.add(row);
    }

    private boolean joinsLabel(FaceSample sample, String label) {
        Members who = ofLabel.get(key(label));
        if (who == null) {
            who = Members.of(OptionalLong.empty(), Optional.of(label));
            newRow(who);
            ofLabel.put(key(label), who);
        }
        if (who.person().isPresent() && sample.not().contains(who.person().getAsLong())) {
            return false;
        }
        who.put(sample, true);
        fresh.add(look(who, sample));
        return true;
    }

    private static String key(String label) {
        return label.strip().toLowerCase(Locale.ROOT);
    }

    private int newRow(Members who) {
        int row = clusters.add();
        members.add(who);
        who.looks().add(row);
        return row;
    }

    private void removeLastRow() {
        clusters.removeLast();
        members.removeLast().looks().removeLast();
    }

    /** Unclear faces do not shape what a person looks like. */
    private void add(int row, FaceSample sample) {
        if (sample.quality() >= thresholds.founding()) {
            clusters.put(row, sample.vector(), sample.quality(), sample.day());
        }
    }

    /**
     * Decides. May be called again after more was added: groups then go on from where they are. Many faces are best
     * added {@link #BATCH} at a time.
     *
     * @param stop asked often; when it says so, nothing is decided, and this grouping is of no more use
     * @return people of whom something is new since the beginning, in the order in which they or their first faces were
     *     told; empty if stopped. Faces that are too unclear to tell are in none
     */
    public Optional<List<Group>> settle(BooleanSupplier stop) {
        if (!isSettled) {
            completeLooks();
            isSettled = true;
        }
        if (!new Agglomeration(clusters, members, neighbours, thresholds.merge()).run(fresh, stop)) {
            return Optional.empty();
        }
        fresh.clear();
        unclear.removeIf(this::attach);
        return Optional.of(members.stream()
                .distinct()
                .filter(Members::isChanged)
                .map(Members::toGroup)
                .toList());
    }

    /**
     * Pairs of groups that may be one person, which only somebody who knows them can tell: those first that are nearly alike
     * enough, and of whom there are many pictures.
     * Groups of one picture are not asked about. Call it when all is settled.
     *
     * @param most pairs at most; the largest {@code 20 * most} groups are compared, and each is in one pair
     */
    public List<Doubt> doubts(int most) {
        return Doubts.of(members, neighbours, thresholds, most);
    }

    private boolean attach(FaceSample sample) {
        Members nobody = Members.of(OptionalLong.empty(), Optional.empty());
        nobody.put(sample, false);
        int row = newRow(nobody);
        clusters.put(row, sample.vector(), 1, sample.day());
        Neighbour best = neighbours.of(row, thresholds.attach());
        removeLastRow();
        if (best.isThere()) {
            members.get(best.other()).put(sample, true);
        }
        return best.isThere();
    }
}
