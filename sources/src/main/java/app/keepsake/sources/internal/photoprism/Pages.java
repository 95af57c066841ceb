package app.keepsake.sources.internal.photoprism;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** PhotoPrism's lists, which are asked for in pages. */
final class Pages {
    static final int PAGE = 1000;

    private Pages() {}

    /** Hears one entry. */
    interface Reader {
        void read(JsonNode entry) throws IOException, InterruptedException;
    }

    /** Reads all pages of a list. */
    static void each(PhotoPrismApi api, String path, Map<String, String> query, Reader reader)
            throws IOException, InterruptedException {
        int read = PAGE;
        for (int offset = 0; read >= PAGE; offset += PAGE) {
            JsonNode page = page(api, path, query, offset);
            read = page.size();
            for (JsonNode entry : page) {
                reader.read(entry);
            }
        }
    }

    static JsonNode page(PhotoPrismApi api, String path, Map<String, String> query, int offset)
            throws IOException, InterruptedException {
        Map<String, String> asked = new LinkedHashMap<>(query);
        asked.put("count", Integer.toString(PAGE));
        asked.put("offset", Integer.toString(offset));
        return api.get(path, asked);
    }

    /**
     * What is asked of photos: one line for each, no private, archived, hidden or doubtful one, in an order in which the new
     * come last.
     */
    static Map<String, String> shown() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("primary", "true");
        query.put("public", "true");
        query.put("quality", "3");
        query.put("order", "oldest");
        return query;
    }
}
