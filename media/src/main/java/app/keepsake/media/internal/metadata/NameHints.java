package app.keepsake.media.internal.metadata;

import app.keepsake.media.Exposure;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What cameras put into file names. */
final class NameHints {
    /** {@code IMG_20200101_120000_BURST001_COVER}: what comes before is shared. */
    private static final Pattern NUMBERED_BURST = Pattern.compile("(.+?)_?BURST_?\\d{1,13}(?!\\d).*");

    /** {@code 00001IMG_00001_BURST20190101120000123_COVER}: the time is shared. */
    private static final Pattern DATED_BURST = Pattern.compile(".*BURST(\\d{14,}).*");

    private static final Pattern MOTION =
            Pattern.compile("(MVIMG_\\d{8}_\\d{6}|PXL_.*\\.(?:MP|MV|LS)(?:~\\d{1,3})?)(?:\\..*)?");

    private NameHints() {}

    static MetadataFields read(Path file) {
        String name = String.valueOf(file.getFileName());
        return new MetadataFields(
                NameDates.read(name).stream().toList(),
                List.of(),
                Optional.empty(),
                motion(name),
                burst(name),
                false,
                false,
                List.of(),
                Scanners.isNamed(name),
                Exposure.UNKNOWN);
    }

    private static Optional<String> burst(String name) {
        return Stream.of(DATED_BURST, NUMBERED_BURST)
                .map(pattern -> pattern.matcher(name))
                .filter(Matcher::matches)
                .map(parts -> "name:" + parts.group(1))
                .findFirst();
    }

    /** The still and the clip of a Google motion photo share their names but for the ending. */
    private static Optional<String> motion(String name) {
        Matcher parts = MOTION.matcher(name);
        return parts.matches() ? Optional.of("name:" + parts.group(1)) : Optional.empty();
    }
}
