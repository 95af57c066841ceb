package app.keepsake.vision;

import app.keepsake.media.RgbImage;
import app.keepsake.vision.internal.track.BlockSearch;
import app.keepsake.vision.internal.track.SmallFrame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives faces of a stream of frames ids that stay. The detector looks at every few frames; in between faces are followed
 * by their look, which takes a small part of the time. Frames may be left out between calls. Belongs to one thread at a
 * time; the detector may be shared.
 */
public final class FaceTracker {
    /** A face must overlap its former place this much (intersection over union) to be the same. */
    private static final double SAME = 0.25;

    /** Detections that may miss a face before it is gone. */
    private static final int MOST_MISSED = 2;

    private final FaceDetector detector;
    private final int everyFrames;
    private final List<Track> tracks = new ArrayList<>();
    private @Nullable SmallFrame before;
    private long frames;
    private long nextId = 1;

    private static final class Track {
        private final long id;
        private Face face;
        private int missed;
        private boolean detected = true;
        private boolean seen = true;

        Track(long id, Face face) {
            this.id = id;
            this.face = face;
        }
    }

    /**
     * @param detector stays the caller's to close
     * @param everyFrames how often it looks: 1 for each frame
     */
    public FaceTracker(FaceDetector detector, int everyFrames) {
        if (everyFrames < 1) {
            throw new IllegalArgumentException("The detector must look every 1 or more frames, found " + everyFrames);
        }
        this.detector = detector;
        this.everyFrames = everyFrames;
    }

    /** The faces of the next frame, by id. A frame of another size begins anew. */
    public List<TrackedFace> next(RgbImage frame) {
        SmallFrame now = SmallFrame.of(frame);
        if (before != null && (before.width() != now.width() || before.height() != now.height())) {
            tracks.clear();
            before = null;
            frames = 0;
        }
        follow(now);
        boolean looks = frames++ % everyFrames == 0;
        if (looks) {
            match(detector.detect(frame));
        }
        before = now;
        return tracks.stream()
                .filter(track -> track.seen)
                .sorted(Comparator.comparingLong(track -> track.id))
                .map(track -> new TrackedFace(track.id, track.face, track.detected))
                .toList();
    }

    private void follow(SmallFrame now) {
        if (before == null) {
            return;
        }
        for (Track track : tracks) {
            Optional<Face> there = BlockSearch.follow(track.face, before, now);
            track.detected = false;
            track.seen = there.isPresent() && track.missed == 0;
            there.ifPresent(face -> track.face = face);
        }
    }

    /** The surest face first takes the track that it overlaps most; faces without one begin a track. */
    private void match(List<Face> found) {
        List<Track> free = new ArrayList<>(tracks);
        for (Face face : found) {
            Track nearest = free.stream()
                    .filter(track -> track.face.overlap(face) > SAME)
                    .max(Comparator.comparingDouble(track -> track.face.overlap(face)))
                    .orElse(null);
            if (nearest == null) {
                tracks.add(new Track(nextId++, face));
            } else {
                free.remove(nearest);
                nearest.face = face;
                nearest.missed = 0;
                nearest.detected = true;
                nearest.seen = true;
            }
        }
        for (Track missed : free) {
            missed.missed++;
            missed.seen = false;
        }
        tracks.removeIf(track -> track.missed > MOST_MISSED);
    }
}
