package app.keepsake.catalog;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How well it is known when an asset was taken.
 *
 * @param precision of its time; of no meaning without one
 * @param until the last day of a range of which only the user knows; see {@link Taken}
 * @param doubt why the time may be wrong, as its metadata tell
 * @param scanned whether a scanner made it, of something that is older
 */
public record Dating(Precision precision, Optional<LocalDate> until, Optional<DateDoubt> doubt, boolean scanned) {
    /** To the second, by a camera. */
    public static final Dating EXACT = new Dating(Precision.SECOND, Optional.empty(), Optional.empty(), false);

    /** Known to this, without doubt. */
    public static Dating to(Precision precision) {
        return new Dating(precision, Optional.empty(), Optional.empty(), false);
    }

    /** The same, doubted. */
    public Dating doubted(DateDoubt why) {
        return new Dating(precision, until, Optional.of(why), scanned);
    }

    /** The same, of a scanner. */
    public Dating ofScanner() {
        return new Dating(precision, until, doubt, true);
    }
}
