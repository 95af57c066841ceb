package app.keepsake.media.internal.metadata;

import app.keepsake.media.ClaimSource;
import app.keepsake.media.GeoPoint;
import app.keepsake.media.PlaceClaim;
import app.keepsake.media.TimeClaim;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON files that Google Takeout puts beside photos. */
final class Takeout {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SUPPLEMENT = ".supplemental-metadata";
    /** Takeout cuts a sidecar's name, without its ending, after so many characters. */
    private static final int NAME_LIMIT = 46;

    private static final Pattern NUMBERED = Pattern.compile("(.*)(\\(\\d+\\))(\\.[^.]*)");
    /** The edited copy of a photo shares the original's sidecar. */
    private static final Pattern EDITED = Pattern.compile(
            "(.*)-(?:edited|bearbeitet|modifi[e\u00e9]|editado|modificato|bewerkt|edytowane|redigerad)(\\(\\d+\\))?(\\.[^.]*)");

    private Takeout() {}

    /** The names that the sidecar of a file can have, the likeliest first. */
    static Set<String> sidecarNames(String name) {
        Set<String> names = new LinkedHashSet<>();
        addNames(names, name);
        Matcher edited = EDITED.matcher(name);
        if (edited.matches()) {
            String number = edited.group(2) == null ? "" : edited.group(2);
            addNames(names, edited.group(1) + number + edited.group(3));
        }
        return names;
    }

    /** A number that tells copies apart moves behind the ending: {@code a(1).jpg} has {@code a.jpg(1).json}. */
    private static void addNames(Set<String> names, String name) {
        Matcher numbered = NUMBERED.matcher(name);
        boolean moved = numbered.matches();
        String base = moved ? numbered.group(1) + numbered.group(3) : name;
        String number = moved ? numbered.group(2) : "";
        names.add(cut(base) + number + ".json");
        names.add(cut(base + SUPPLEMENT) + number + ".json");
        if (moved) {
            names.add(cut(name) + ".json");
            names.add(cut(name + SUPPLEMENT) + ".json");
        }
    }

    private static String cut(String name) {
        return name.length() <= NAME_LIMIT ? name : name.substring(0, NAME_LIMIT);
    }

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
                false);
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
