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
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * The clips' own sound: beneath the music, or over it where somebody speaks. Who speaks is heard from a sentence's
 * beginning to its end, before and behind the picture if need be. Not thread-safe.
 */
final class ClipSounds {
    /** Loudness of clips against the music's, both before mastering. */
    private static final double AMBIENT_LUFS = Soundtrack.TARGET_LUFS - 11;

    private static final double VOICE_LUFS = Soundtrack.TARGET_LUFS - 1;
    private static final double MUSIC_UNDER_AMBIENT = 0.8;
    private static final double MUSIC_UNDER_VOICE = 0.2;
    private static final int FADE = Sound.RATE / 4;
    /** Clips are not made louder than this: what is that quiet is noise. */
    private static final double MOST_GAIN = 6;

    /** So much earlier than its picture a clip is heard at most, and so much longer. */
    private static final int MOST_BEFORE = 3 * Sound.RATE / 2;

    private static final int MOST_AFTER = 4 * Sound.RATE;
    /** Where a sentence cannot be heard in full, so much of the picture's sound is given up for a pause. */
    private static final int MOST_GIVEN_UP = Sound.RATE;

    private final int frames;
    private int heardUntil;
    private final Deque<Placed> coming = new ArrayDeque<>();
    private final List<Heard> heard = new ArrayList<>();
    private final List<String> problems;

    /**
     * One clip's sound.
     *
     * @param sound where it belongs in the film, and what there is of it before and behind
     * @param from first sample of the film at which it is heard
     * @param to sample after the last one
     * @param ambient its gain where nobody speaks
     * @param voice its gain where somebody does
     * @param speech where somebody does
     */
    private record Heard(StereoBuffer sound, int from, int to, double ambient, double voice, Speech speech) {}

    /**
     * @param problems told of clips whose sound cannot be read; they stay silent
     */
    ClipSounds(FilmPlan plan, List<String> problems) {
        this.problems = problems;
        this.frames = Math.toIntExact(
                (long) plan.frames() * Sound.RATE / plan.request().fps());
        plan.timeline().track("clips").placed().stream()
                .filter(placed -> placed.item() instanceof Clip clip && clip.media() instanceof Media.FootageSound)
                .sorted(Comparator.comparing(placed -> placed.start().value()))
                .forEach(coming::add);
    }

    /** Adds what is heard during a block of music, and turns the music down meanwhile. */
    void mix(StereoBuffer music) {
        while (!coming.isEmpty() && start(coming.peek()) - MOST_BEFORE < music.end()) {
            read(coming.remove());
        }
        heard.removeIf(one -> one.to <= music.origin());
        heard.forEach(one -> mix(one, music));
    }

    private static int start(Placed placed) {
        return samples(placed.start().seconds());
    }

    private void read(Placed placed) {
        Clip clip = (Clip) placed.item();
        FilmShot.Clip shot = ((Media.FootageSound) clip.media()).shot();
        int start = start(placed);
        int length = samples(clip.duration().seconds());
        int next = coming.isEmpty() ? frames : start(coming.peek());
        int before = Math.clamp(
                Math.min(start - heardUntil, samples(clip.source().start().seconds())), 0, MOST_BEFORE);
        int after = Math.clamp(next - start - length, 0, MOST_AFTER);
        StereoBuffer sound;
        try {
            sound = StereoBuffer.of(Sound.read(
                    shot.file(),
                    shot.inset(),
                    clip.source().start().duration().minus(duration(before)),
                    duration(before + length + after)));
        } catch (MediaException e) {
            problems.add(e.getMessage());
            return;
        }
        double loudness = Loudness.integrated(sound);
        if (!Double.isFinite(loudness)) {
            return;
        }
        Speech speech = shot.sound() == FilmShot.ClipSound.VOICE ? Voices.throughout(sound) : Voices.in(sound);
        int out = Math.min(before + length, sound.frames());
        int from = speech.begin(before, Math.min(out, before + MOST_GIVEN_UP));
        int to = speech.end(out, Math.max(from, out - MOST_GIVEN_UP), sound.frames());
        int origin = start - before;
        heardUntil = origin + to;
        heard.add(new Heard(
                new StereoBuffer(sound.left(), sound.right(), origin),
                origin + from,
                origin + to,
                gain(AMBIENT_LUFS - loudness),
                gain(VOICE_LUFS - loudness),
                speech));
    }

    private static int samples(double seconds) {
        return (int) Math.round(seconds * Sound.RATE);
    }

    private static Duration duration(int samples) {
        return Duration.ofNanos(samples * 1_000_000_000L / Sound.RATE);
    }

    private static double gain(double decibels) {
        return Math.min(MOST_GAIN, Math.pow(10, decibels / 20));
    }

    private static void mix(Heard one, StereoBuffer music) {
        StereoBuffer sound = one.sound;
        int end = Math.min(music.end(), one.to);
        for (int i = Math.max(music.origin(), one.from); i < end; i++) {
            double fade = fade(i - one.from, one.to - one.from);
            double speaking = one.speech.at(i - sound.origin());
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
