package app.keepsake.cli.doctor;

/**
 * One thing that was looked at.
 *
 * @param about a word for programs
 * @param words what was found and, where all is not well, what to do
 */
public record Finding(String about, Health health, String words) {
    /** How it is. */
    public enum Health {
        WELL,
        /** Worth knowing. */
        NOTE,
        ILL
    }

    static Finding well(String about, String words) {
        return new Finding(about, Health.WELL, words);
    }

    static Finding note(String about, String words) {
        return new Finding(about, Health.NOTE, words);
    }

    static Finding ill(String about, String words) {
        return new Finding(about, Health.ILL, words);
    }
}
