package app.keepsake.vision;

import app.keepsake.media.RgbImage;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A detector that rests after each picture, so that it is at work for a share of the time only. */
record RestingDetector(FaceDetector detector, double share) implements FaceDetector {
    RestingDetector {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "The share of the time (%s) must be above 0 and at most 1.".formatted(share));
        }
    }

    @Override
    public List<Face> detect(RgbImage image) {
        long begun = System.nanoTime();
        List<Face> faces = detector.detect(image);
        long worked = System.nanoTime() - begun;
        long until = System.nanoTime() + (long) (worked * (1 / share - 1));
        for (long left = until - System.nanoTime();
                left > 0 && !Thread.currentThread().isInterrupted(); ) {
            LockSupport.parkNanos(this, left);
            left = until - System.nanoTime();
        }
        return faces;
    }

    @Override
    public String version() {
        return detector.version();
    }

    @Override
    public void close() {
        detector.close();
    }
}
