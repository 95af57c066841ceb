package app.keepsake.music.internal.score;

import app.keepsake.music.ScoreStyle.Part;
import java.util.List;

/**
 * A whole piece.
 *
 * @param lines what each part plays
 * @param chords the harmony, one chord a bar
 */
public record Composition(List<Line> lines, List<Chord> chords) {
    /** One part's notes, in order of time. */
    public record Line(Part part, List<Note> notes) {
        public Line {
            notes = List.copyOf(notes);
        }
    }

    public Composition {
        lines = List.copyOf(lines);
        chords = List.copyOf(chords);
    }
}
