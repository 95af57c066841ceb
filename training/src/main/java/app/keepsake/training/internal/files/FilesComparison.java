package app.keepsake.training.internal.files;

import app.keepsake.media.ClaimSource;
import app.keepsake.media.GeoPoint;
import app.keepsake.media.MediaException;
import app.keepsake.media.MediaInfo;
import app.keepsake.media.MediaReader;
import app.keepsake.media.PlaceClaim;
import app.keepsake.media.TimeClaim;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Compares what the app reads of a file with what exiftool reads. */
public final class FilesComparison {
    private static final double SAME_DEGREES = 1e-4;

    /** What the app does not read, or leaves to others. */
    private static final Set<String> READ =
            Set.of("JPEG", "MPO", "PNG", "APNG", "WEBP", "HEIC", "HEIF", "HEICS", "AVIF", "TIFF", "GIF", "BMP", "DIB");

    private static final Set<String> READ_CLIPS = Set.of(
            "MP4", "M4V", "MOV", "3GP", "3G2", "AVI", "MKV", "WEBM", "M2TS", "M2T", "MPEG", "VOB", "WMV", "ASF", "DV");

    /** Believed before what the file itself says. */
    private static final Set<ClaimSource> OF_OWNERS = Set.of(ClaimSource.SIDECAR, ClaimSource.TAKEOUT_CORRECTED);

    private static final Set<ClaimSource> OUTSIDE = Set.of(
            ClaimSource.NAME,
            ClaimSource.TAKEOUT,
            ClaimSource.TAKEOUT_UPLOAD,
            ClaimSource.STILL,
            ClaimSource.FILE_TIME);

    private static final Set<ClaimSource> WEAKER_THAN_NAMES =
            Set.of(ClaimSource.HEADER, ClaimSource.XMP_CREATED, ClaimSource.GPS, ClaimSource.MODIFIED);

    private final Path file;
    private final ExiftoolAnswer theirs;
    private final List<Outcome> outcomes = new ArrayList<>();

    private FilesComparison(Path file, ExiftoolAnswer theirs) {
        this.file = file;
        this.theirs = theirs;
    }

    /** All fields that either tells; none for files that exiftool takes for no picture or clip. */
    public static List<Outcome> of(Path file, JsonNode answer) {
        FilesComparison comparison = new FilesComparison(file, new ExiftoolAnswer(answer));
        if (comparison.theirs.isPicture() || comparison.theirs.isVideo()) {
            comparison.compare();
        }
        return comparison.outcomes;
    }

    private void compare() {
        MediaInfo ours;
        try {
            ours = MediaReader.read(file);
        } catch (MediaException e) {
            unreadable(e);
            return;
        }
        agreed(Field.READABLE);
        date(ours);
        place(ours);
        camera(ours);
        size(ours);
    }

    private void unreadable(MediaException problem) {
        String words = String.valueOf(problem.getMessage());
        if (!isRead()) {
            explained(Field.READABLE, words, theirs.type(), Reason.OTHER_KIND);
        } else if (theirs.size().isEmpty()) {
            explained(Field.READABLE, words, theirs.type() + " without a size", Reason.NO_PICTURE);
        } else if ((theirs.isHeif() || theirs.isVideo()) && HeifCoding.isRare(file)) {
            explained(Field.READABLE, words, theirs.type(), Reason.RARE_CODING);
        } else {
            different(Field.READABLE, words, theirs.type());
        }
    }

    private boolean isRead() {
        return READ.contains(theirs.type()) || READ_CLIPS.contains(theirs.type());
    }

    private void date(MediaInfo info) {
        List<ToldDate> told = theirs.dates();
        Optional<TimeClaim> ours = info.claims().stream()
                .findFirst()
                .filter(time -> info.capturedAt().isPresent());
        String mine =
                ours.map(time -> time.local() + " of " + time.source().title()).orElse("none");
        String others = told.stream()
                .findFirst()
                .map(date -> date.local() + " of " + date.tag())
                .orElse("none");
        ToldDate first = told.stream().findFirst().orElse(null);
        Optional<ToldDate> plausible =
                told.stream().filter(ToldDate::isPlausible).findFirst();
        boolean outside = ours.isEmpty() || OUTSIDE.contains(ours.get().source());
        if (first == null) {
            if (outside || OF_OWNERS.contains(ours.get().source())) {
                agreed(Field.DATE);
            } else {
                different(Field.DATE, mine, others);
            }
        } else if (ours.isPresent() && first.isSameAs(ours.get())) {
            agreed(Field.DATE);
            zone(info, first, ours.get());
        } else if (ours.isPresent()
                && told.stream().anyMatch(date -> date.source() == first.source() && date.isSameAs(ours.get()))) {
            // Several tags are one to the app.
            agreed(Field.DATE);
        } else if (ours.isPresent() && OF_OWNERS.contains(ours.get().source())) {
            explained(Field.DATE, mine, others, Reason.OWNER);
        } else if (plausible.isEmpty() && outside) {
            explained(Field.DATE, mine, others, Reason.IMPLAUSIBLE_DATE);
        } else if (plausible.isPresent()
                && outside
                && ours.isPresent()
                && ours.get().source() != ClaimSource.FILE_TIME
                && WEAKER_THAN_NAMES.contains(plausible.get().source())) {
            explained(Field.DATE, mine, others, Reason.NAME_BEFORE_HINTS);
        } else if (!first.isPlausible()
                && plausible.isPresent()
                && ours.isPresent()
                && plausible.get().isSameAs(ours.get())) {
            explained(Field.DATE, mine, others, Reason.IMPLAUSIBLE_DATE);
        } else {
            different(Field.DATE, mine, others);
        }
    }

    /** Where exiftool tells none, the app may have worked it out of several clocks. */
    private void zone(MediaInfo info, ToldDate date, TimeClaim ours) {
        Optional<String> told = date.utc() || !ours.isTimed() ? Optional.empty() : theirs.zone(date);
        if (told.isEmpty()) {
            return;
        }
        String mine = info.utcOffset().map(ZoneOffset::toString).orElse("none");
        Optional<ZoneOffset> offset = ToldDate.offset(told.get());
        if (offset.isEmpty()) {
            explained(Field.ZONE, mine, told.get(), Reason.NO_ZONE);
        } else if (info.utcOffset().equals(offset)) {
            agreed(Field.ZONE);
        } else if (OF_OWNERS.contains(ours.source())) {
            explained(Field.ZONE, mine, told.get(), Reason.OWNER);
        } else {
            different(Field.ZONE, mine, told.get());
        }
    }

    private void place(MediaInfo info) {
        Optional<double[]> told = theirs.place();
        String mine = info.location()
                .map(place -> words(place.latitude(), place.longitude()))
                .orElse("none");
        String others = told.map(place -> words(place[0], place[1])).orElse("none");
        Optional<PlaceClaim> claim = info.places().stream().findFirst();
        if (told.isEmpty() && claim.isEmpty()) {
            return;
        }
        boolean outside = claim.filter(place -> OUTSIDE.contains(place.source()) || OF_OWNERS.contains(place.source()))
                .isPresent();
        if (told.isPresent()
                && claim.isPresent()
                && isNear(told.get(), claim.get().point())) {
            agreed(Field.PLACE);
        } else if (outside) {
            explained(Field.PLACE, mine, others, Reason.OUTSIDE);
        } else if (told.isPresent() && claim.isEmpty() && told.get()[0] == 0 && told.get()[1] == 0) {
            explained(Field.PLACE, mine, others, Reason.ZERO_PLACE);
        } else if (told.isPresent()
                && claim.isEmpty()
                && (Math.abs(told.get()[0]) > 90 || Math.abs(told.get()[1]) > 180)) {
            explained(Field.PLACE, mine, others, Reason.OFF_EARTH);
        } else {
            different(Field.PLACE, mine, others);
        }
    }

    private static boolean isNear(double[] told, GeoPoint ours) {
        return Math.abs(told[0] - ours.latitude()) < SAME_DEGREES
                && Math.abs(told[1] - ours.longitude()) < SAME_DEGREES;
    }

    private static String words(double latitude, double longitude) {
        return String.format(Locale.ROOT, "%.5f, %.5f", latitude, longitude);
    }

    private void camera(MediaInfo info) {
        Optional<String> told = theirs.camera();
        if (told.isEmpty()) {
            return;
        }
        if (info.camera().filter(found -> found.endsWith(told.get())).isPresent()) {
            agreed(Field.CAMERA);
        } else {
            different(Field.CAMERA, info.camera().orElse("none"), told.get());
        }
    }

    private void size(MediaInfo info) {
        Optional<int[]> told = theirs.size();
        if (told.isEmpty()) {
            return;
        }
        int[] sides = told.get();
        String mine = info.width() + " x " + info.height();
        String others = sides[0] + " x " + sides[1] + (theirs.isTurned() ? ", turned" : "");
        boolean same = info.width() == sides[0] && info.height() == sides[1];
        boolean swapped = info.width() == sides[1] && info.height() == sides[0];
        if (!same && !swapped) {
            if (theirs.isVideo() || theirs.isHeif()) {
                explained(Field.SIZE, mine, others, Reason.CODED_SIZE);
            } else {
                different(Field.SIZE, mine, others);
            }
            return;
        }
        agreed(Field.SIZE);
        if (sides[0] != sides[1] && theirs.isTurned() != swapped) {
            different(Field.TURN, mine, others);
        } else if (theirs.isTurned()) {
            agreed(Field.TURN);
        }
    }

    private void agreed(Field field) {
        outcomes.add(Outcome.agreed(file, field));
    }

    private void explained(Field field, String ours, String exiftool, Reason reason) {
        outcomes.add(Outcome.explained(file, field, ours, exiftool, reason));
    }

    private void different(Field field, String ours, String exiftool) {
        if (!isRead()) {
            explained(field, ours, exiftool, Reason.OTHER_KIND);
        } else if (theirs.complaint().isEmpty()) {
            outcomes.add(Outcome.different(file, field, ours, exiftool));
        } else {
            explained(field, ours, exiftool + " (" + theirs.complaint() + ")", Reason.BROKEN);
        }
    }
}
