package app.keepsake.sources.internal.immich;

import app.keepsake.sources.Known;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Immich's timeline: how many assets may be shown of each month, and which. */
final class ImmichTimeline {
    private final ImmichApi api;
    private final boolean partners;

    /** @param missed keys of what may be shown and is not known here */
    record Difference(Set<String> gone, Set<String> missed) {}

    ImmichTimeline(ImmichApi api, boolean partners) {
        this.api = api;
        this.partners = partners;
    }

    /**
     * Compares numbers first, and keys only of the months that differ. After all changes are read, all that may be shown is
     * known, so that a month of as many holds the same.
     */
    Difference compare(Known known) throws IOException, InterruptedException {
        Map<YearMonth, Integer> here = known.months();
        Map<YearMonth, Integer> there = months();
        Set<YearMonth> both = new TreeSet<>(here.keySet());
        both.addAll(there.keySet());
        Map<YearMonth, Set<String>> differing = new LinkedHashMap<>();
        Set<String> shown = new HashSet<>();
        for (YearMonth month : both) {
            if (!there.getOrDefault(month, 0).equals(here.getOrDefault(month, 0))) {
                Set<String> keys = there.containsKey(month) ? new HashSet<>(keys(month, Map.of(), true)) : Set.of();
                differing.put(month, keys);
                shown.addAll(keys);
            }
        }
        Set<String> gone = new HashSet<>();
        Set<String> knownThere = new HashSet<>();
        for (YearMonth month : differing.keySet()) {
            knownThere.addAll(known.keys(month));
        }
        for (String key : knownThere) {
            if (!shown.contains(key)) {
                gone.add(key);
            }
        }
        shown.removeAll(knownThere);
        return new Difference(gone, shown);
    }

    private Map<YearMonth, Integer> months() throws IOException, InterruptedException {
        Map<YearMonth, Integer> months = new HashMap<>();
        for (JsonNode bucket : api.get("/timeline/buckets", asked(Map.of()))) {
            months.put(month(bucket), bucket.path("count").asInt(0));
        }
        return months;
    }

    /**
     * Keys of what is in an album, the owner's and others'.
     *
     * @param shown whether only what may be shown at present
     */
    List<String> ofAlbum(String album, boolean shown) throws IOException, InterruptedException {
        List<String> keys = new ArrayList<>();
        for (JsonNode bucket : api.get("/timeline/buckets", Map.of("albumId", album))) {
            keys.addAll(keys(month(bucket), Map.of("albumId", album), shown));
        }
        return keys;
    }

    private List<String> keys(YearMonth month, Map<String, String> of, boolean shown)
            throws IOException, InterruptedException {
        Map<String, String> query = of.isEmpty() ? asked(of) : new HashMap<>(of);
        query.put("timeBucket", month.atDay(1).toString());
        JsonNode bucket = api.get("/timeline/bucket", query);
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < bucket.path("id").size(); i++) {
            String key = bucket.path("id").path(i).asString("");
            boolean isShown = bucket.path("visibility").path(i).asString("").equals("timeline")
                    && !bucket.path("isTrashed").path(i).asBoolean(false);
            if ((isShown || !shown) && Answers.isId(key)) {
                keys.add(key);
            }
        }
        return keys;
    }

    private Map<String, String> asked(Map<String, String> of) {
        Map<String, String> query = new HashMap<>(of);
        query.put("visibility", "timeline");
        if (partners) {
            query.put("withPartners", "true");
        }
        return query;
    }

    private static YearMonth month(JsonNode bucket) throws IOException {
        String text = bucket.path("timeBucket").asString("");
        try {
            return YearMonth.from(LocalDate.parse(text.substring(0, Math.min(10, text.length()))));
        } catch (DateTimeException e) {
            throw new IOException("Expected a month of Immich's timeline, found something else.", e);
        }
    }
}
