package app.keepsake.music.internal.sound;

import app.keepsake.media.Sound;
import app.keepsake.music.ScorePlan;

/** Where beats and parts of them lie in a film's samples. */
final class Tempo {
    private final double[] samples;

    Tempo(ScorePlan plan) {
        this.samples = new double[plan.bars() * plan.beatsPerBar() + 1];
        for (int beat = 0; beat < samples.length; beat++) {
            samples[beat] = (double) plan.frame(beat) * Sound.RATE / plan.fps();
        }
    }

    /** The sample at which a beat falls; beats after the last are as long as that. */
    double sample(double beat) {
        int before = Math.clamp((int) Math.floor(beat), 0, samples.length - 2);
        return samples[before] + (beat - before) * (samples[before + 1] - samples[before]);
    }
}
