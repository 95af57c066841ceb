package app.keepsake.operations.dates;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetFile;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Taken;
import app.keepsake.media.DateWriter;
import app.keepsake.media.MediaException;
import app.keepsake.media.TimeClaim;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes the dates that the user said into sidecars beside the pictures, for other programs. */
public final class ExportDates {
    private final Catalog catalog;

    public ExportDates(Catalog catalog) {
        this.catalog = catalog;
    }

    /** @param problems one message a file */
    public record Report(int written, int unchanged, List<String> problems) {
        public Report {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Pictures are not touched, and what else is in a sidecar stays.
     *
     * @param folders in which pictures lie whose sidecars are written; empty for all
     */
    public Report to(List<Path> folders) {
        List<Path> within = folders.stream()
                .map(folder -> folder.toAbsolutePath().normalize())
                .toList();
        int written = 0;
        int unchanged = 0;
        List<String> problems = new ArrayList<>();
        for (Map.Entry<Path, Taken> one : said().entrySet()) {
            Path file = one.getKey();
            if (!within.isEmpty() && within.stream().noneMatch(file::startsWith)) {
                continue;
            }
            Optional<TimeClaim.Precision> precision = precision(one.getValue());
            if (precision.isEmpty()) {
                problems.add("%s: expected a date within one year, found %s, which no sidecar can hold. It stays here."
                        .formatted(file, one.getValue().toText()));
                continue;
            }
            try {
                if (DateWriter.write(file, one.getValue().at(), precision.get())) {
                    written++;
                } else {
                    unchanged++;
                }
            } catch (MediaException e) {
                problems.add(e.getMessage());
            }
        }
        return new Report(written, unchanged, problems);
    }

    /** By file. */
    private Map<Path, Taken> said() {
        Map<Path, Taken> dates = new TreeMap<>();
        for (Map.Entry<ContentHash, Taken> one : catalog.dates().inForce().entrySet()) {
            catalog.assets().find(one.getKey()).map(Asset::id).stream()
                    .flatMap(id -> catalog.files().holding(id).stream())
                    .filter(file -> !file.missing())
                    .map(AssetFile::path)
                    .forEach(path -> dates.put(path, one.getValue()));
        }
        return dates;
    }

    /** A range is told as the month or the year that holds it; of one over years there is none. */
    private static Optional<TimeClaim.Precision> precision(Taken taken) {
        if (taken.until().isEmpty()) {
            return Optional.of(TimeClaim.Precision.valueOf(taken.precision().name()));
        }
        if (YearMonth.from(taken.firstDay()).equals(YearMonth.from(taken.lastDay()))) {
            return Optional.of(TimeClaim.Precision.MONTH);
        }
        return taken.firstDay().getYear() == taken.lastDay().getYear()
                ? Optional.of(TimeClaim.Precision.YEAR)
                : Optional.empty();
    }
}
