package app.keepsake.operations.dates;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetFile;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Taken;
import app.keepsake.media.DateWriter;
import app.keepsake.media.MediaException;
import app.keepsake.media.TimeClaim;
import app.keepsake.operations.sidecars.SidecarExport;
import java.nio.file.Path;
import java.time.YearMonth;
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

    /**
     * Pictures are not touched, and what else is in a sidecar stays.
     *
     * @param folders in which pictures lie whose sidecars are written; empty for all
     */
    public SidecarExport to(List<Path> folders) {
        return SidecarExport.of(said(), folders, ExportDates::write);
    }

    private static boolean write(Path file, Taken taken) throws MediaException {
        TimeClaim.Precision precision = precision(taken)
                .orElseThrow(() -> new MediaException(
                        file,
                        "a date within one year",
                        taken.toText() + ", which no sidecar can hold",
                        "It stays here."));
        return DateWriter.write(file, taken.at(), precision);
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
