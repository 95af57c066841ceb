package app.keepsake.music.internal.score;

import app.keepsake.music.ScorePlan.Role;
import java.util.List;

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
 * @param energy 0 to 1
 * @param chord its harmony
 * @param voices four voices, low to high, about middle C
 * @param bass the bass tone, C2 to B2
 * @param guide a third or seventh in a tenor's range, led by steps from bar to bar
 */
record Bar(
        int number,
        int beats,
        int barsLeft,
        Role role,
        boolean opening,
        boolean closing,
        boolean last,
        double energy,
        Chord chord,
        List<Integer> voices,
        int bass,
        int guide) {
    /** The bar's first beat, counted from the film's start. */
    double start() {
        return (double) number * beats;
    }

    /** How long a tone that is held through the bar lasts: to the film's end in the last one. */
    double held() {
        return last ? (double) barsLeft * beats : beats;
    }
}
