package app.keepsake.memories;

import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.AssetView;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Finds the raw files that cameras write beside a finished picture: of the same name but for its ending, in the same
 * folder and of the same second. Not thread-safe.
 */
final class RawPairs {
    private static final String RAW = "RAW";

    /** Shots as numbers, since libraries have a million: that two have the same is as good as impossible. */
    private final LongStream.Builder finished = LongStream.builder();

    private final Map<Integer, List<Long>> raws = new HashMap<>();

    /** @param number by which the picture is asked for */
    void add(int number, AssetView view) {
        AssetFacts facts = view.asset().facts();
        if (facts.clip() || facts.capturedAt().isEmpty()) {
            return;
        }
        long second = facts.capturedAt().get().toLocalTime().toSecondOfDay()
                + 86_400 * facts.capturedAt().get().toLocalDate().toEpochDay();
        List<Long> shots = view.files().stream().map(file -> shot(file, second)).toList();
        if (facts.format().equals(RAW)) {
            raws.put(number, shots);
        } else {
            shots.forEach(finished::add);
        }
    }

    /** The numbers of raw files whose shot is there as a finished picture; asked once. */
    List<Integer> second() {
        long[] all = finished.build().sorted().toArray();
        return raws.entrySet().stream()
                .filter(raw -> raw.getValue().stream().anyMatch(shot -> Arrays.binarySearch(all, shot) >= 0))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The hash of Fowler, Noll and Vo over the path without its ending, and the second. */
    private static long shot(Path file, long second) {
        String path = file.toString();
        int dot = path.lastIndexOf('.');
        long hash = 0xCBF29CE484222325L ^ second;
        for (int i = 0; i < (dot < 0 ? path.length() : dot); i++) {
            hash = (hash ^ path.charAt(i)) * 0x100000001B3L;
        }
        return hash;
    }
}
