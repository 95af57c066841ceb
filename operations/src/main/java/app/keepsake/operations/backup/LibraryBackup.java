package app.keepsake.operations.backup;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Restored;
import app.keepsake.operations.library.TargetFile;
import app.keepsake.share.SavedTargets;
import app.keepsake.share.SavedTargets.Saved;
import app.keepsake.share.TargetKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes backups of a library, and brings what they hold back into one. */
public final class LibraryBackup {
    private final Path root;
    private final Catalog catalog;
    private final SettingsBackup settings;
    private final SavedTargets places;
    private final Clock clock;

    /** @param root the library's folder */
    public LibraryBackup(Path root, Catalog catalog, Clock clock) {
        this.root = root;
        this.catalog = catalog;
        this.settings = new SettingsBackup(root);
        this.places = TargetFile.in(root);
        this.clock = clock;
    }

    /**
     * All that cannot be computed again. Settings or places that cannot be read are left out, which the backup says.
     *
     * @param secrets whether passwords of places come along
     */
    public Backup take(boolean secrets) {
        List<String> leftOut = new ArrayList<>();
        Map<String, Object> set = Map.of();
        try {
            set = settings.read();
        } catch (IOException | RuntimeException e) {
            leftOut.add("The settings are left out: settings.json cannot be read.");
        }
        List<Saved> kept = List.of();
        try {
            TargetFile.check(root);
            kept = places.all().stream()
                    .map(place -> secrets ? place : withoutSecrets(place))
                    .toList();
        } catch (IOException | RuntimeException e) {
            leftOut.add("The places to send films to are left out: targets.json cannot be read.");
        }
        return new Backup(clock.instant(), version(), secrets, catalog.said(), set, kept, leftOut);
    }

    private static String version() {
        String version = LibraryBackup.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }

    private static Saved withoutSecrets(Saved place) {
        List<String> secret = secrets(place);
        return new Saved(
                place.name(),
                place.kind(),
                place.values().entrySet().stream()
                        .filter(value -> !secret.contains(value.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static List<String> secrets(Saved place) {
        return TargetKind.named(place.kind()).fields().stream()
                .filter(TargetKind.Field::secret)
                .map(TargetKind.Field::name)
                .toList();
    }

    /**
     * What a restoring did, or would do.
     *
     * @param settings names of settings that are other ones now
     * @param places that are new, or other ones now
     * @param passwords places whose passwords the backup does not hold: they have to be set up again to be used
     */
    public record Outcome(Restored said, List<String> settings, List<String> places, List<String> passwords) {}

    /**
     * Brings back what a backup holds, all of it or nothing.
     *
     * @throws IOException when something in it cannot be used; then nothing was changed
     */
    public Outcome restore(Backup backup, Restored.Way way) throws IOException {
        Plan plan = plan(backup, way);
        try {
            return plan.outcome(catalog.restore(backup.said(), way, plan::write));
        } catch (RuntimeException | Error e) {
            plan.putBack(e);
            throw e;
        }
    }

    /** What {@link #restore} would do. */
    public Outcome rehearse(Backup backup, Restored.Way way) throws IOException {
        return plan(backup, way).outcome(catalog.rehearse(backup.said(), way));
    }

    private Plan plan(Backup backup, Restored.Way way) throws IOException {
        try {
            SavedTargets.check(backup.places());
            List<Saved> before = present();
            return new Plan(settings.change(backup.settings(), way), backup.places(), way, before);
        } catch (IllegalArgumentException e) {
            throw new IOException("The backup cannot be used: %s Nothing was changed.".formatted(e.getMessage()), e);
        }
    }

    private List<Saved> present() throws IOException {
        try {
            return places.all();
        } catch (RuntimeException e) {
            throw new IOException(
                    "targets.json in the library's folder cannot be read. Move it away, and try again; nothing was changed.",
                    e);
        }
    }

    /** A password that is here stays with the place it was given for, and goes to no other address. */
    private static List<Saved> joined(List<Saved> here, List<Saved> there, Restored.Way way) {
        Map<String, Saved> joined = new LinkedHashMap<>();
        if (way == Restored.Way.MERGE) {
            here.forEach(place -> joined.put(place.name(), place));
        }
        for (Saved place : there) {
            Saved same = here.stream()
                    .filter(one -> withoutSecrets(one).equals(place))
                    .findFirst()
                    .orElse(place);
            joined.putIfAbsent(place.name(), same);
        }
        return List.copyOf(joined.values());
    }

    private final class Plan {
        private final SettingsBackup.Change change;
        private final List<Saved> there;
        private final Restored.Way way;
        private final List<Saved> before;
        private final List<Saved> after;
        private @Nullable List<Saved> replaced;
        private List<Saved> written = List.of();

        Plan(SettingsBackup.Change change, List<Saved> there, Restored.Way way, List<Saved> before) {
            this.change = change;
            this.there = there;
            this.way = way;
            this.before = before;
            this.after = joined(before, there, way);
        }

        /** With what is kept and set at this moment. */
        void write() {
            List<Saved> here = places.replaceAll(now -> {
                written = joined(now, there, way);
                return written;
            });
            // Of several attempts, the first found what was there.
            replaced = replaced == null ? here : replaced;
            change.write();
            places.forgetChanged(here);
        }

        /** The catalog has taken back what was written there. */
        void putBack(Throwable failure) {
            try {
                List<Saved> was = replaced;
                if (was != null) {
                    List<Saved> ignored = places.replaceAll(now -> now.equals(written) ? was : now);
                }
                change.putBack();
            } catch (RuntimeException e) {
                failure.addSuppressed(e);
            }
        }

        Outcome outcome(Restored said) {
            List<Saved> news =
                    after.stream().filter(place -> !before.contains(place)).toList();
            return new Outcome(
                    said,
                    change.names(),
                    news.stream().map(Saved::name).toList(),
                    news.stream()
                            .filter(place -> !place.values().keySet().containsAll(needed(place)))
                            .map(Saved::name)
                            .toList());
        }

        private static List<String> needed(Saved place) {
            return TargetKind.named(place.kind()).fields().stream()
                    .filter(field -> field.secret() && field.required())
                    .map(TargetKind.Field::name)
                    .toList();
        }
    }
}
