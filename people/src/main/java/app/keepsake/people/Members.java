package app.keepsake.people;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Who and what is in a group, and what it must not be put together with. */
final class Members {
    private OptionalLong person;
    private Optional<String> label;
    private final List<Integer> looks = new ArrayList<>();
    private final Set<Long> assets = new HashSet<>();
    private final Set<Long> not = new HashSet<>();
    private final List<Long> absorbed = new ArrayList<>();
    private final List<Long> fresh = new ArrayList<>();
    private long clearest = -1;
    private double clarity = -1;

    private Members(OptionalLong person, Optional<String> label) {
        this.person = person;
        this.label = label;
    }

    static Members of(OptionalLong person, Optional<String> label) {
        return new Members(person, label);
    }

    void put(FaceSample sample, boolean isFresh) {
        assets.add(sample.asset());
        not.addAll(sample.not());
        if (isFresh) {
            fresh.add(sample.face());
        }
        see(sample.face(), sample.quality());
    }

    private void see(long face, double quality) {
        if (quality > clarity) {
            clearest = face;
            clarity = quality;
        }
    }

    /** Rows of {@link Clusters} that hold this person's faces, one a look. */
    List<Integer> looks() {
        return looks;
    }

    boolean isNamed() {
        return label.isPresent();
    }

    OptionalLong person() {
        return person;
    }

    boolean mayJoin(Members other) {
        return this != other
                && !(isNamed() && other.isNamed())
                && !isForbidden(other)
                && !other.isForbidden(this)
                && !sharesPictures(other);
    }

    private boolean isForbidden(Members other) {
        return other.person.isPresent() && not.contains(other.person.getAsLong())
                || other.absorbed.stream().anyMatch(not::contains);
    }

    /** Two faces of one picture are never one person, unless the user or a name says so. */
    private boolean sharesPictures(Members other) {
        Set<Long> fewer = assets.size() <= other.assets.size() ? assets : other.assets;
        Set<Long> more = fewer == assets ? other.assets : assets;
        return fewer.stream().anyMatch(more::contains);
    }

    int pictures() {
        return assets.size();
    }

    /** The clearest face; -1 where there is none. */
    long clearest() {
        return clearest;
    }

    void absorb(Members other) {
        looks.addAll(other.looks);
        assets.addAll(other.assets);
        not.addAll(other.not);
        fresh.addAll(other.fresh);
        absorbed.addAll(other.absorbed);
        see(other.clearest, other.clarity);
        if (person.isEmpty()) {
            person = other.person;
        } else {
            other.person.ifPresent(absorbed::add);
        }
        label = label.or(() -> other.label);
    }

    boolean isChanged() {
        return !fresh.isEmpty() || !absorbed.isEmpty();
    }

    Group toGroup() {
        return new Group(person, label, absorbed, fresh);
    }
}
