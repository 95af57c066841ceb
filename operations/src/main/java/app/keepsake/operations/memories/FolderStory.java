package app.keepsake.operations.memories;

import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a folder is told as: the trip that most of it shows, if that is told on the shelf, else all that lies in it. */
public final class FolderStory {
    private static final String TRIP = "trip";
    /** Share of a folder's dated pictures that a trip is of. */
    private static final double MOST = 0.7;

    private final Catalog catalog;
    private final Locale locale;

    /** @param locale of titles and reasons */
    public FolderStory(Catalog catalog, Locale locale) {
        this.catalog = catalog;
        this.locale = locale;
    }

    /** Empty when nothing in the folder may be shown. */
    public Optional<Memory> of(Path folder, LocalDate day) {
        Path absolute = folder.toAbsolutePath().normalize();
        Content content = content(absolute);
        List<Memory> told = new TellMemories(catalog, locale).on(day);
        return told.stream()
                .filter(memory -> memory.kind().equals(TRIP) && content.isMostly(memory))
                .findFirst()
                .or(() -> new CreateMemory(catalog, locale).ofFolder(absolute, day));
    }

    /** Numbers of a folder's assets, and the days of those that are dated. */
    private record Content(Set<Long> assets, List<LocalDate> days) {
        boolean isMostly(Memory memory) {
            long of = days.stream()
                    .filter(day -> !day.isBefore(memory.firstDay()) && !day.isAfter(memory.lastDay()))
                    .count();
            return of > 0
                    && of >= MOST * days.size()
                    && memory.shots().stream().map(Shot::assetId).allMatch(assets::contains);
        }
    }

    private Content content(Path folder) {
        Set<Long> assets = new HashSet<>();
        List<LocalDate> days = new ArrayList<>();
        catalog.assets().each(view -> {
            if (isIn(view, folder)) {
                assets.add(view.asset().id());
                AssetFacts facts = view.asset().facts();
                facts.knownTaken().ifPresent(taken -> days.add(taken.firstDay()));
            }
        });
        return new Content(assets, days);
    }

    private static boolean isIn(AssetView view, Path folder) {
        return view.files().stream().anyMatch(file -> file.startsWith(folder));
    }
}
