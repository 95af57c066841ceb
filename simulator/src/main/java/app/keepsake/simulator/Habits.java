package app.keepsake.simulator;

/**
 * How people take pictures, which decides what can be known from them.
 *
 * @param located part of the pictures that know where they were taken
 * @param strayed part of those whose place is that of another time, as after a flight
 * @param clearEdges whether the first pictures of each day of a trip always know where they were taken
 * @param farWork whether the place of work is some 60 km from home
 * @param weekendHouse whether the family has a house farther off, where it is each third weekend of summer
 * @param workTrips whether somebody travels for work, taking hardly any pictures
 * @param movedParties part of the birthdays that are celebrated on the weekend after
 * @param missedParties part of the birthdays of which there are no pictures
 * @param unnamedFaces part of the faces that nobody could tell whose they are
 * @param mistakenFaces part of the faces taken for somebody else's
 * @param wrongFlags part of the good pictures that are taken for receipts
 * @param resetClock whether a camera's clock began anew at the year 2010 for some weeks
 */
public record Habits(
        double located,
        double strayed,
        boolean clearEdges,
        boolean farWork,
        boolean weekendHouse,
        boolean workTrips,
        double movedParties,
        double missedParties,
        double unnamedFaces,
        double mistakenFaces,
        double wrongFlags,
        boolean resetClock) {
    /** Of a family whose phones do their work. */
    public static final Habits TIDY = new Habits(0.8, 0, true, false, false, false, 0.25, 0, 0, 0, 0, false);

    /** Half of the pictures know no place, and life is more complicated than the rules. */
    public static final Habits UNTIDY = new Habits(0.5, 0.01, false, true, true, true, 0.5, 0.1, 0.2, 0.03, 0.02, true);
}
