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

/** What the service did last, what comes next, and why there is no memory today, where there is none. */
final class Day {
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
        if (notes.last().isEmpty()) {
            findings.add(Finding.note("work", "The service has not done anything yet. './keepsake serve' starts it."));
        }
        notes.last().forEach(done -> findings.add(work(done)));
        findings.add(Finding.well("next", next()));
        findings.add(today());
        return findings;
    }

    private Finding work(Done done) {
        String words = "%s: %s %s".formatted(said(done.kind()), done.state(), ago(done.at()));
        return done.state().equals("failed")
                ? Finding.ill("work", words + ". " + done.message())
                : Finding.well("work", words + ".");
    }

    private static String said(String kind) {
        return switch (kind) {
            case "index" -> "Looking into folders";
            case "memories" -> "Making the day's memories";
            case "create" -> "Making a memory on request";
            case "explain" -> "Explaining a memory";
            case "film" -> "Rendering a film";
            case "share" -> "Sending a film";
            case "checkup" -> "A checkup";
            default -> kind;
        };
    }

    private String ago(String at) {
        Duration age = Duration.between(Instant.parse(at), clock.instant());
        if (age.toMinutes() < 2) {
            return "just now";
        }
        return age.toHours() < 2
                ? age.toMinutes() + " minutes ago"
                : age.toDays() < 2 ? age.toHours() + " hours ago" : age.toDays() + " days ago";
    }

    private String next() {
        if (!notes.background()) {
            return "Nothing by itself: work in the background is switched off in the settings.";
        }
        if (!hasMemoriesToday() && catalog.assets().count() > 0) {
            return "The day's memories are made.";
        }
        return notes.folders().isEmpty()
                ? "Films of today's memories."
                : "The folders are looked into when something changes in them, and every quarter of an hour; then the"
                        + " first film of the day is rendered while the machine is idle.";
    }

    private boolean hasMemoriesToday() {
        return !catalog.memories().shownSince(LocalDate.now(clock)).isEmpty();
    }

    private Finding today() {
        return hasMemoriesToday()
                ? Finding.well("today", "There are memories today.")
                : Finding.note("today", "There is no memory today: " + why());
    }

    private String why() {
        if (catalog.assets().count() == 0) {
            return "no photo is indexed yet. Name a folder in the settings, or run './keepsake index FOLDER'.";
        }
        Optional<Done> made = notes.last().stream()
                .filter(done -> done.kind().equals("memories"))
                .findFirst();
        if (made.isPresent() && made.get().state().equals("failed")) {
            return "making them failed. It is tried again after ten minutes. "
                    + made.get().message();
        }
        if (!notes.background()) {
            return "work in the background is switched off. './keepsake memories --feature 3' makes them.";
        }
        if (made.isEmpty() || !isToday(made.get())) {
            return "they were not made yet. The service makes them when it runs.";
        }
        return catalog.memories().all().isEmpty()
                ? "the photos do not tell of an event yet: it takes some that were taken close together, and have"
                        + " dates."
                : "all that can be told were shown in the last year, or are much like one that was.";
    }

    private boolean isToday(Done done) {
        return LocalDate.ofInstant(Instant.parse(done.at()), clock.getZone()).equals(LocalDate.now(clock));
    }
}
