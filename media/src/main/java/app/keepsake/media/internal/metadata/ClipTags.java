package app.keepsake.media.internal.metadata;

import app.keepsake.media.ClaimSource;
import app.keepsake.media.Exposure;
import app.keepsake.media.PlaceClaim;
import app.keepsake.media.TimeClaim;
import app.keepsake.media.TimeClaim.Precision;
import app.keepsake.media.internal.SourceFile;
import app.keepsake.media.internal.ffmpeg.ClipHeader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A clip's metadata: Apple's QuickTime keys, user data, and the movie header's UTC time. */
final class ClipTags {
    private ClipTags() {}

    /** What a clip tells of itself. */
    static MetadataFields read(SourceFile source, ClipHeader header) {
        return read(header.tags()).and(ClipBoxes.times(source), List.of());
    }

    private static MetadataFields read(Map<String, String> tags) {
        Optional<TimeClaim> told = first(tags, "com.apple.quicktime.creationdate", "date")
                .flatMap(text -> DateText.parse(text, ClaimSource.QUICKTIME));
        // The header's clock starts in 1904; clips that were never dated say this, or the start of Unix time.
        Optional<TimeClaim> header = first(tags, "creation_time")
                .flatMap(text -> DateText.parse(text, ClaimSource.HEADER))
                .filter(time -> time.local().getYear() > 1970);
        // A year alone is when a film was published.
        Optional<TimeClaim> day = told.filter(time -> time.precision().compareTo(Precision.DAY) >= 0);
        Optional<TimeClaim> published = told.filter(time -> day.isEmpty()).map(time -> time.from(ClaimSource.HEADER));
        return new MetadataFields(
                Stream.of(day, header, published).flatMap(Optional::stream).toList(),
                first(tags, "com.apple.quicktime.location.ISO6709", "location", "location-eng")
                        .flatMap(Places::ofIso6709)
                        .map(place -> new PlaceClaim(place, ClaimSource.QUICKTIME))
                        .stream()
                        .toList(),
                MetadataFields.cameraName(
                        first(tags, "com.apple.quicktime.make", "make", "com.android.manufacturer"),
                        first(tags, "com.apple.quicktime.model", "model", "com.android.model")),
                first(tags, "com.apple.quicktime.content.identifier"),
                Optional.empty(),
                false,
                false,
                List.of(),
                false,
                Exposure.UNKNOWN);
    }

    private static Optional<String> first(Map<String, String> tags, String... keys) {
        return Stream.of(keys)
                .flatMap(key -> Stream.ofNullable(tags.get(key)))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
