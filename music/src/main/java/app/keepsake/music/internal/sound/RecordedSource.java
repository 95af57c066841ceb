package app.keepsake.music.internal.sound;

import app.keepsake.media.Sound;
import app.keepsake.music.Loudness;
import app.keepsake.music.StereoBuffer;

/** Music that was recorded, from one of its samples on; silent after its end. */
public final class RecordedSource implements Source {
    private final StereoBuffer sound;
    private int at;

    /**
     * @param from first sample of the recording that is heard
     * @param frames how many
     */
    public RecordedSource(Sound recording, int from, int frames) {
        this.sound = new StereoBuffer(frames);
        for (int i = 0; i < Math.min(frames, recording.frames() - from); i++) {
            sound.left()[i] = recording.samples()[2 * (from + i)];
            sound.right()[i] = recording.samples()[2 * (from + i) + 1];
        }
    }

    @Override
    public StereoBuffer next(int end) {
        StereoBuffer block = sound.moved(at, end);
        at = end;
        return block;
    }

    @Override
    public double[] expected() {
        return Loudness.powers(sound);
    }
}
