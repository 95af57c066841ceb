package app.keepsake.cli.doctor;

import app.keepsake.catalog.Catalog;
import app.keepsake.server.ServiceNotes;
import app.keepsake.server.ServiceNotes.Done;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the service did last, what comes next, and why there is no memory today, where there is none. */
final class Day {
    /** Kinds of work, and what became of it, for which there are words. */
    private static final Set<String> KINDS =
            Set.of("index", "memories", "create", "explain", "film", "share", "backup", "restore");

    /** That somebody looked whether all is well is no news for who looks. */
    private static final String THIS = "checkup";

    private static final Set<String> STATES = Set.of("done", "stopped");

    private final Catalog catalog;
    private final ServiceNotes notes;
    private final Clock clock;

    Day(Catalog catalog, ServiceNotes notes, Clock clock) {
        this.catalog = catalog;
        this.notes = notes;
        this.clock = clock;
    }

    List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        List<Done> last =
                notes.last().stream().filter(done -> !done.kind().equals(THIS)).toList();
        if (last.isEmpty()) {
            findings.add(Finding.note("work", "work.none"));
        }
        last.forEach(done -> findings.add(work(done)));
        findings.add(notes.background() ? Finding.well("next", next()) : Finding.note("next", "next.none"));
        findings.add(today());
        return findings;
    }

    private Finding work(Done done) {
        Finding.Words kind = KINDS.contains(done.kind())
                ? Finding.Words.of("work." + done.kind())
                : Finding.Words.of("work.other", done.kind());
        if (done.state().equals("failed")) {
            return Finding.ill("work", "work.failed", kind, ago(done.at()), done.message());
        }
        Finding.Words state = STATES.contains(done.state())
                ? Finding.Words.of("state." + done.state())
                : Finding.Words.of("state.other", done.state());
        return done.message().isEmpty()
                ? Finding.well("work", "work", kind, state, ago(done.at()))
                : Finding.note("work", "work.noted", kind, state, ago(done.at()), done.message());
    }

    private Finding.Words ago(String at) {
        Duration age = Duration.between(Instant.parse(at), clock.instant());
        if (age.toMinutes() < 2) {
            return Finding.Words.of("ago.now");
        }
        if (age.toHours() < 2) {
            return Finding.Words.of("ago.minutes", age.toMinutes());
        }
        return age.toDays() < 2
                ? Finding.Words.of("ago.hours", age.toHours())
                : Finding.Words.of("ago.days", age.toDays());
    }

    private String next() {
        if (!hasMemoriesToday() && catalog.assets().count() > 0) {
            return "next.memories";
        }
        return notes.folders().isEmpty() ? "next.films" : "next.folders";
    }

    private boolean hasMemoriesToday() {
        return !catalog.memories().shownSince(LocalDate.now(clock)).isEmpty();
    }

    private Finding today() {
        return hasMemoriesToday() ? Finding.well("today", "today") : Finding.note("today", "today.none", why());
    }

    private Finding.Words why() {
        if (catalog.assets().count() == 0) {
            return Finding.Words.of("why.empty");
        }
        Optional<Done> made = notes.last().stream()
                .filter(done -> done.kind().equals("memories"))
                .findFirst();
        if (made.isPresent() && made.get().state().equals("failed")) {
            return Finding.Words.of("why.failed", made.get().message());
        }
        if (!notes.background()) {
            return Finding.Words.of("why.off");
        }
        if (made.isEmpty() || !isToday(made.get())) {
            return Finding.Words.of("why.later");
        }
        return Finding.Words.of(catalog.memories().count() == 0 ? "why.untold" : "why.shown");
    }

    private boolean isToday(Done done) {
        return LocalDate.ofInstant(Instant.parse(done.at()), clock.getZone()).equals(LocalDate.now(clock));
    }
}
