package app.keepsake.film.internal.plan;

import app.keepsake.film.FilmRequest;
import app.keepsake.film.timeline.FilmShot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets shots stand longer or shorter than by the mood's rhythm, at the cost or to the good of those around them: the film
 * stays as long as its music, and each cut on a beat.
 */
final class Holding {
    /** No shot stands less, in seconds. */
    private static final double LEAST_SECONDS = 0.9;
    /** What a shot keeps of its place when another takes of it. */
    private static final double KEPT = 0.6;
    /** So far away a shot takes from others. */
    private static final int REACH = 4;

    private final Map<FilmShot, Double> stands = new HashMap<>();

    Holding(FilmRequest request) {
        for (int i = 0; i < Math.min(request.shots().size(), request.stands().size()); i++) {
            stands.put(request.shots().get(i), request.stands().get(i));
        }
    }

    /** Of several shots in one place, the first of which something is said decides. */
    private double of(Take take) {
        return take.shots().stream()
                .map(shot -> stands.getOrDefault(shot, 1.0))
                .filter(part -> part != 1)
                .findFirst()
                .orElse(1.0);
    }

    /**
     * Where shots begin when some stand longer or shorter.
     *
     * @param starts first beat of each shot, and the beat after the last
     * @param beat seconds
     */
    List<Integer> held(List<Integer> starts, List<Take> takes, double beat) {
        int count = takes.size();
        double[] parts = takes.stream().mapToDouble(this::of).toArray();
        int[] beats = new int[count];
        for (int i = 0; i < count; i++) {
            beats[i] = starts.get(i + 1) - starts.get(i);
        }
        int least = Math.max(1, (int) Math.ceil(LEAST_SECONDS / beat));
        for (int i = 0; i < count; i++) {
            if (parts[i] < 1) {
                int given = beats[i] - Math.max(least, (int) Math.round(beats[i] * parts[i]));
                give(beats, parts, i, Math.max(0, given));
            } else if (parts[i] > 1) {
                take(beats, parts, i, Math.max(1, (int) Math.round(beats[i] * (parts[i] - 1))), least);
            }
        }
        List<Integer> moved = new ArrayList<>();
        int at = starts.getFirst();
        for (int length : beats) {
            moved.add(at);
            at += length;
        }
        moved.add(at);
        return moved;
    }

    /** To the next that is not to be shorter itself. */
    private static void give(int[] beats, double[] parts, int from, int given) {
        for (int to : around(from, beats.length)) {
            if (parts[to] >= 1) {
                beats[from] -= given;
                beats[to] += given;
                return;
            }
        }
    }

    private static void take(int[] beats, double[] parts, int to, int wanted, int least) {
        int left = wanted;
        for (int from : around(to, beats.length)) {
            if (parts[from] <= 1) {
                int kept = Math.max(least, (int) Math.ceil(KEPT * beats[from]));
                int taken = Math.clamp(beats[from] - kept, 0, left);
                beats[from] -= taken;
                beats[to] += taken;
                left -= taken;
            }
        }
    }

    /** Those around one, the nearest first, those after it before those before it. */
    private static List<Integer> around(int index, int count) {
        List<Integer> all = new ArrayList<>();
        for (int away = 1; away <= REACH; away++) {
            if (index + away < count) {
                all.add(index + away);
            }
            if (index - away >= 0) {
                all.add(index - away);
            }
        }
        return all;
    }
}
