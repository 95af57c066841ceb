package app.keepsake.film.internal.sound;

import app.keepsake.film.FilmPlan;
import app.keepsake.film.timeline.Clip;
import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.Media;
import app.keepsake.film.timeline.Track.Placed;
import app.keepsake.media.MediaException;
import app.keepsake.media.Sound;
import app.keepsake.music.Loudness;
import app.keepsake.music.Soundtrack;
import app.keepsake.music.StereoBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** The clips' own sound: beneath the music, or over it where somebody speaks. Not thread-safe. */
final class ClipSounds {
    /** Loudness of clips against the music's, both before mastering. */
    private static final double AMBIENT_LUFS = Soundtrack.TARGET_LUFS - 11;

    private static final double VOICE_LUFS = Soundtrack.TARGET_LUFS - 1;
    private static final double MUSIC_UNDER_AMBIENT = 0.8;
    private static final double MUSIC_UNDER_VOICE = 0.2;
    private static final int FADE = Sound.RATE / 4;
    /** Clips are not made louder than this: what is that quiet is noise. */
    private static final double MOST_GAIN = 6;

    private final Deque<Placed> coming = new ArrayDeque<>();
    private final List<Heard> heard = new ArrayList<>();
    private final List<String> problems;

    /**
     * One clip's sound.
     *
     * @param sound where it belongs in the film
     * @param ambient its gain where nobody speaks
     * @param voice its gain where somebody does
     * @param spoken for each half second whether somebody speaks
     */
    private record Heard(StereoBuffer sound, double ambient, double voice, boolean[] spoken) {
        /** How far a sample lies in speech, 0 to 1: the music goes and comes within half a second. */
        double speaking(int i) {
            double at = (double) i / Voices.SLOT - 0.5;
            int slot = (int) Math.floor(at);
            double along = at - slot;
            return (1 - along) * spoken(slot) + along * spoken(slot + 1);
        }

        private double spoken(int slot) {
            return spoken[Math.clamp(slot, 0, spoken.length - 1)] ? 1 : 0;
        }
    }

    /**
     * @param problems told of clips whose sound cannot be read; they stay silent
     */
    ClipSounds(FilmPlan plan, List<String> problems) {
        this.problems = problems;
        plan.timeline().track("clips").placed().stream()
                .filter(placed -> placed.item() instanceof Clip clip && clip.media() instanceof Media.FootageSound)
                .sorted(Comparator.comparing(placed -> placed.start().value()))
                .forEach(coming::add);
    }

    /** Adds what is heard during a block of music, and turns the music down meanwhile. */
    void mix(StereoBuffer music) {
        while (!coming.isEmpty() && start(coming.peek()) < music.end()) {
            read(coming.remove());
        }
        heard.removeIf(one -> one.sound.end() <= music.origin());
        heard.forEach(one -> mix(one, music));
    }

    private static int start(Placed placed) {
        return (int) Math.round(placed.start().seconds() * Sound.RATE);
    }

    private void read(Placed placed) {
        Clip clip = (Clip) placed.item();
        FilmShot.Clip shot = ((Media.FootageSound) clip.media()).shot();
        StereoBuffer sound;
        try {
            sound = StereoBuffer.of(Sound.read(
                    shot.file(),
                    shot.inset(),
                    clip.source().start().duration(),
                    clip.duration().duration()));
        } catch (MediaException e) {
            problems.add(e.getMessage());
            return;
        }
        double loudness = Loudness.integrated(sound);
        if (Double.isFinite(loudness)) {
            boolean[] spoken = Voices.in(sound);
            if (shot.sound() == FilmShot.ClipSound.VOICE) {
                Arrays.fill(spoken, true);
            }
            heard.add(new Heard(
                    new StereoBuffer(sound.left(), sound.right(), start(placed)),
                    gain(AMBIENT_LUFS - loudness),
                    gain(VOICE_LUFS - loudness),
                    spoken));
        }
    }

    private static double gain(double decibels) {
        return Math.min(MOST_GAIN, Math.pow(10, decibels / 20));
    }

    private static void mix(Heard one, StereoBuffer music) {
        StereoBuffer sound = one.sound;
        int end = Math.min(music.end(), sound.end());
        for (int i = Math.max(music.origin(), sound.origin()); i < end; i++) {
            double fade = fade(i - sound.origin(), sound.frames());
            double speaking = one.speaking(i - sound.origin());
            double left = MUSIC_UNDER_AMBIENT + speaking * (MUSIC_UNDER_VOICE - MUSIC_UNDER_AMBIENT);
            double under = 1 - (1 - left) * fade;
            double over = fade * (one.ambient + speaking * (one.voice - one.ambient));
            int m = i - music.origin();
            int s = i - sound.origin();
            music.left()[m] = (float) (under * music.left()[m] + over * sound.left()[s]);
            music.right()[m] = (float) (under * music.right()[m] + over * sound.right()[s]);
        }
    }

    private static double fade(int i, int frames) {
        double edge = Math.min(1, Math.min(i, frames - 1 - i) / (double) Math.min(FADE, Math.max(1, frames / 2)));
        return edge * edge * (3 - 2 * edge);
    }
}
