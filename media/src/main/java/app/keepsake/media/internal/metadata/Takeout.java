package app.keepsake.media.internal.metadata;

import app.keepsake.media.ClaimSource;
import app.keepsake.media.Exposure;
import app.keepsake.media.GeoPoint;
import app.keepsake.media.PlaceClaim;
import app.keepsake.media.TimeClaim;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON files that Google Takeout puts beside photos. */
final class Takeout {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Takeout() {}

    /** Reads a sidecar; what is none tells nothing. */
    static MetadataFields parse(byte[] sidecar) {
        return parse(() -> JSON.readTree(sidecar));
    }

    /** The same of what is still to be read. That memory does not suffice for it says nothing of the sidecar. */
    static MetadataFields parse(Supplier<JsonNode> sidecar) {
        JsonNode json;
        try {
            json = sidecar.get();
        } catch (JacksonException | StackOverflowError e) {
            return MetadataFields.NOTHING;
        }
        return new MetadataFields(
                time(json).stream().toList(),
                places(json),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                json.path("favorited").asBoolean(false),
                json.path("archived").asBoolean(false)
                        || json.path("trashed").asBoolean(false)
                        || json.path("inLockedFolder").asBoolean(false),
                List.of(),
                false,
                Exposure.UNKNOWN);
    }

    /** Google gives what it cannot date the moment at which it got it. */
    private static Optional<TimeClaim> time(JsonNode json) {
        Optional<Instant> taken = seconds(json.path("photoTakenTime"));
        boolean uploaded = taken.isPresent() && taken.equals(seconds(json.path("creationTime")));
        return taken.map(moment -> TimeClaim.utc(moment, uploaded ? ClaimSource.TAKEOUT_UPLOAD : ClaimSource.TAKEOUT));
    }

    /** Seconds since 1970; the place's zone is not told. */
    private static Optional<Instant> seconds(JsonNode time) {
        try {
            String text = time.path("timestamp").asString("");
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What Google shows, which is the owner's word where it is not what the file told. */
    private static List<PlaceClaim> places(JsonNode json) {
        Optional<GeoPoint> shown = place(json.path("geoData"));
        Optional<GeoPoint> own = place(json.path("geoDataExif"));
        boolean same = shown.isEmpty()
                || own.filter(mine -> Correction.isSamePlace(mine, shown.get())).isPresent();
        return shown
                .or(() -> own)
                .map(place -> new PlaceClaim(place, same ? ClaimSource.TAKEOUT : ClaimSource.TAKEOUT_CORRECTED))
                .stream()
                .toList();
    }

    private static Optional<GeoPoint> place(JsonNode geo) {
        return Places.of(geo.path("latitude").asDouble(0), geo.path("longitude").asDouble(0));
    }
}
