package app.keepsake.server.internal.api;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Person;
import app.keepsake.memories.Retelling;
import app.keepsake.server.internal.library.Snapshot;
import app.keepsake.server.internal.library.Snapshot.Appearance;
import app.keepsake.server.internal.library.Snapshots;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Somebody through the years. */
final class PersonRoutes {
    private static final int FILMS = 12;
    private static final int COMPANIONS = 12;
    /** Who is met less often beside somebody may have come by. */
    private static final int OFTEN = 2;

    private final Catalog catalog;
    private final Snapshots snapshots;
    private final Retelling memories;
    private final Requests requests;

    PersonRoutes(Catalog catalog, Snapshots snapshots, Retelling memories, Requests requests) {
        this.catalog = catalog;
        this.snapshots = snapshots;
        this.memories = memories;
        this.requests = requests;
    }

    /**
     * Somebody in a year.
     *
     * @param year empty where it is not known
     * @param face number of the clearest
     * @param age on that picture, in whole years; empty where that is not known
     * @param assets the clearest first
     */
    record Year(Optional<Integer> year, long face, Optional<Integer> age, List<Long> assets) {}

    /** A memory with somebody, whose film it has. @param cover number of a picture */
    record Film(String memory, String title, String subtitle, long cover) {}

    /** Somebody with a name who is on the same pictures. */
    record Companion(long id, String name, int pictures) {}

    /** The last year first, and last what has none; films and companions with the most in common first. */
    record Life(List<Year> years, List<Film> films, List<Companion> companions) {}

    List<Endpoint> endpoints() {
        return List.of(Endpoint.get(
                "/api/people/{person}/years",
                "Somebody through the years, in films, and with whom. Of who is hidden nothing is told.",
                Life.class,
                this::life));
    }

    private Life life(Context context) {
        Person person = requests.person(context);
        if (person.hidden()) {
            requests.allowHidden(context);
            return new Life(List.of(), List.of(), List.of());
        }
        Snapshot snapshot = snapshots.latest();
        List<Appearance> appearances = snapshot.appearances(person.id());
        Set<Long> assets =
                appearances.stream().map(Appearance::assetId).collect(Collectors.toCollection(LinkedHashSet::new));
        return new Life(
                years(person, appearances, snapshot.years(assets)),
                films(assets),
                companions(person, assets, snapshot));
    }

    private List<Year> years(Person person, List<Appearance> appearances, Map<Long, Integer> yearOf) {
        Map<Integer, List<Appearance>> dated = new TreeMap<>(Comparator.reverseOrder());
        List<Appearance> undated = new ArrayList<>();
        for (Appearance one : appearances) {
            Integer year = yearOf.get(one.assetId());
            (year == null ? undated : dated.computeIfAbsent(year, key -> new ArrayList<>())).add(one);
        }
        List<Year> years = new ArrayList<>();
        dated.forEach((year, some) -> years.add(new Year(
                Optional.of(year), some.getFirst().faceId(), age(person, some.getFirst(), year), assets(some))));
        if (!undated.isEmpty()) {
            years.add(new Year(Optional.empty(), undated.getFirst().faceId(), Optional.empty(), assets(undated)));
        }
        return List.copyOf(years);
    }

    private static List<Long> assets(List<Appearance> appearances) {
        return appearances.stream().map(Appearance::assetId).distinct().toList();
    }

    /** To the day where that of the picture is known, else by the years. */
    private Optional<Integer> age(Person person, Appearance appearance, int year) {
        if (person.born().isEmpty()) {
            return Optional.empty();
        }
        LocalDate born = person.born().get();
        int age = catalog.assets()
                .find(appearance.assetId())
                .flatMap(asset -> asset.facts().knownTaken())
                .filter(taken -> taken.firstDay().equals(taken.lastDay()))
                .map(taken -> Period.between(born, taken.firstDay()).getYears())
                .orElse(year - born.getYear());
        return age < 0 ? Optional.empty() : Optional.of(age);
    }

    private List<Film> films(Set<Long> assets) {
        record With(Memory memory, long shots) {}
        return memories.all().stream()
                .map(memory -> new With(
                        memory,
                        memory.shots().stream()
                                .filter(shot -> assets.contains(shot.assetId()))
                                .count()))
                .filter(with -> with.shots > 0)
                .sorted(Comparator.comparingLong(With::shots).reversed().thenComparing(with -> with.memory.id()))
                .limit(FILMS)
                .map(with -> new Film(
                        with.memory.id(), with.memory.title(), with.memory.subtitle(), MemoryRoutes.cover(with.memory)))
                .toList();
    }

    private List<Companion> companions(Person person, Set<Long> assets, Snapshot snapshot) {
        return catalog.people().all().stream()
                .filter(other -> other.id() != person.id() && !other.hidden())
                .flatMap(other -> other.name().stream()
                        .map(name -> new Companion(other.id(), name, (int) snapshot.appearances(other.id()).stream()
                                .map(Appearance::assetId)
                                .distinct()
                                .filter(assets::contains)
                                .count())))
                .filter(companion -> companion.pictures >= OFTEN)
                .sorted(Comparator.comparingInt(Companion::pictures).reversed().thenComparing(Companion::id))
                .limit(COMPANIONS)
                .toList();
    }
}
