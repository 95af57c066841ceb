package app.keepsake.music.internal.score;

import app.keepsake.music.ScorePlan.Role;
import app.keepsake.music.ScoreStyle.Approach;
import app.keepsake.music.ScoreStyle.Figure;
import java.util.List;
import java.util.Optional;

/**
 * What a part needs to know of the bar it plays in.
 *
 * @param number from 0
 * @param beats beats a bar
 * @param barsLeft bars to the film's end, this one included
 * @param role of its section
 * @param opening whether its section begins here
 * @param closing whether its section ends here
 * @param last whether the film's last chord begins here and is held to the end
 * @param button whether that chord is short
 * @param turn whether a phrase of four bars ends here, or its section
 * @param approach how it leads to a peak, if the next bar begins one
 * @param energy 0 to 1
 * @param chord its harmony
 * @param voices four voices, low to high, about middle C
 * @param bass the bass tone, C2 to B2
 * @param figure the piece's rhythm
 */
record Bar(
        int number,
        int beats,
        int barsLeft,
        Role role,
        boolean opening,
        boolean closing,
        boolean last,
        boolean button,
        boolean turn,
        Optional<Approach> approach,
        double energy,
        Chord chord,
        List<Integer> voices,
        int bass,
        Figure figure) {
    /** A short last chord is held for so many beats. */
    private static final double BUTTON_BEATS = 1.5;

    /** The bar's first beat, counted from the film's start. */
    double start() {
        return (double) number * beats;
    }

    /** How long a tone that is held through the bar lasts: to the film's end in the last one, unless that is short. */
    double held() {
        return last && button ? BUTTON_BEATS : last ? (double) barsLeft * beats : beats;
    }

    /** Whether it leads to a peak in this way. */
    boolean leadsBy(Approach wanted) {
        return approach.filter(wanted::equals).isPresent();
    }
}
