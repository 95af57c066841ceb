package app.keepsake.music;

import app.keepsake.music.ScoreStyle.Approach;
import app.keepsake.music.ScoreStyle.Arrangement;
import app.keepsake.music.ScoreStyle.Figure;
import app.keepsake.music.ScoreStyle.Progression;
import app.keepsake.music.internal.score.Chance;

/**
 * What a seed chooses of a style, each by itself: the same seed makes the same choice in every length.
 *
 * @param tonic MIDI note from 60 (C) to 71 (B)
 * @param progression its harmony
 * @param figure its rhythm
 * @param arrangement who plays what
 * @param approach what leads to its peaks
 */
public record Variation(
        int tonic, Progression progression, Figure figure, Arrangement arrangement, Approach approach) {
    /** What a seed chooses. */
    public static Variation of(ScoreStyle style, long seed) {
        return new Variation(
                new Chance(seed, "key").oneOf(style.keys()),
                new Chance(seed, "harmony").oneOf(style.progressions()),
                new Chance(seed, "rhythm").oneOf(style.figures()),
                new Chance(seed, "players").oneOf(style.arrangements()),
                new Chance(seed, "approach").oneOf(style.feel().approaches()));
    }
}
