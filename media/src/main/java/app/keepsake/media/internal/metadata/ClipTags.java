package app.keepsake.media.internal.metadata;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A clip's metadata: Apple's QuickTime keys, user data, and the movie header's UTC time. */
final class ClipTags {
    private ClipTags() {}

    static MetadataFields read(Map<String, String> tags) {
        Optional<CaptureTime> told = first(tags, "com.apple.quicktime.creationdate", "date")
                .flatMap(text -> CaptureTime.parse(text, CaptureTime.QUICKTIME));
        // The header's clock starts in 1904; clips that were never dated say this, or the start of Unix time.
        Optional<CaptureTime> header = first(tags, "creation_time")
                .flatMap(text -> CaptureTime.parse(text, CaptureTime.QUICKTIME))
                .filter(time -> time.local().getYear() > 1970);
        MetadataFields clip = new MetadataFields(
                told,
                first(tags, "com.apple.quicktime.location.ISO6709", "location", "location-eng")
                        .flatMap(Places::ofIso6709),
                MetadataFields.cameraName(
                        first(tags, "com.apple.quicktime.make", "make", "com.android.manufacturer"),
                        first(tags, "com.apple.quicktime.model", "model", "com.android.model")),
                first(tags, "com.apple.quicktime.content.identifier"),
                Optional.empty(),
                false,
                false,
                List.of());
        return clip.or(MetadataFields.at(header));
    }

    private static Optional<String> first(Map<String, String> tags, String... keys) {
        return Stream.of(keys)
                .flatMap(key -> Stream.ofNullable(tags.get(key)))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
