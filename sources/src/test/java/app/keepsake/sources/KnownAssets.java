package app.keepsake.sources;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a test knows of a source, in memory. */
final class KnownAssets implements Known {
    final Map<String, SourceAsset> assets = new HashMap<>();

    /** Reads all changes, and gives the cursor for the next time. */
    String read(Source source, String cursor) throws Exception {
        Changes changes = source.changes(cursor);
        changes.assets().forEach(asset -> assets.put(asset.key(), asset));
        while (changes.more()) {
            changes = source.changes(changes.next());
            changes.assets().forEach(asset -> assets.put(asset.key(), asset));
        }
        return changes.next();
    }

    /** Brings up to date what may not be shown any more. */
    Set<String> compare(Source source) throws Exception {
        Presence presence = source.presence(this);
        presence.gone().forEach(assets::remove);
        presence.missed().forEach(asset -> assets.put(asset.key(), asset));
        return presence.gone();
    }

    @Override
    public Map<YearMonth, Integer> months() {
        Map<YearMonth, Integer> months = new HashMap<>();
        assets.values().forEach(asset -> months.merge(asset.month(), 1, Integer::sum));
        return months;
    }

    @Override
    public Set<String> keys(YearMonth month) {
        Set<String> keys = new HashSet<>();
        assets.values().stream().filter(asset -> asset.month().equals(month)).forEach(asset -> keys.add(asset.key()));
        return keys;
    }
}
