package app.keepsake.music;

import java.util.List;

/**
 * The music's grid, to which the picture is cut. A beat is a whole number of film frames, so a cut on a beat is exact.
 *
 * @param fps film frames a second
 * @param beatFrames film frames a beat
 * @param beatsPerBar beats a bar
 * @param sections in order, without gaps
 * @param seed from which the notes are chosen
 * @param grid the frame of each beat where beats are not even, as in music of the user's own; else empty
 */
public record ScorePlan(
        int fps, int beatFrames, int beatsPerBar, List<Section> sections, long seed, List<Integer> grid) {
    /** What a section does in the whole. */
    public enum Role {
        INTRO,
        VERSE,
        BUILD,
        PEAK,
        ENDING
    }

    /**
     * A stretch of music.
     *
     * @param role what it does in the whole
     * @param firstBar bar on which it begins, from 0
     * @param bars how many
     * @param energy how full the music is, 0 to 1
     */
    public record Section(Role role, int firstBar, int bars, double energy) {}

    public ScorePlan {
        sections = List.copyOf(sections);
        grid = List.copyOf(grid);
    }

    /** A grid of even beats. */
    public ScorePlan(int fps, int beatFrames, int beatsPerBar, List<Section> sections, long seed) {
        this(fps, beatFrames, beatsPerBar, sections, seed, List.of());
    }

    /** The film frame on which a beat falls. */
    public int frame(int beat) {
        return grid.isEmpty() ? beat * beatFrames : grid.get(beat);
    }

    public int bars() {
        Section last = sections.getLast();
        return last.firstBar() + last.bars();
    }

    public int barFrames() {
        return beatFrames * beatsPerBar;
    }

    /** Length of the film. */
    public int frames() {
        return frame(bars() * beatsPerBar);
    }

    public double beatsPerMinute() {
        return 60.0 * fps / beatFrames;
    }

    /** The section in which a bar lies. */
    public Section sectionAt(int bar) {
        return sections.stream()
                .filter(section -> bar < section.firstBar() + section.bars())
                .findFirst()
                .orElse(sections.getLast());
    }
}
