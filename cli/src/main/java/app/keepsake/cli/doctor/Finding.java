package app.keepsake.cli.doctor;

import java.util.List;

/**
 * One thing that was looked at.
 *
 * @param about a word for programs
 * @param words what was found and, where all is not well, what to do
 */
public record Finding(String about, Health health, Words words) {
    /** How it is. */
    public enum Health {
        WELL,
        /** Worth knowing. */
        NOTE,
        ILL
    }

    /**
     * A sentence in no language yet.
     *
     * @param key of the sentence
     * @param values numbers, texts that are the same in all languages, and sentences within it
     */
    public record Words(String key, List<Object> values) {
        public Words {
            values = List.copyOf(values);
        }

        static Words of(String key, Object... values) {
            return new Words(key, List.of(values));
        }
    }

    static Finding well(String about, String key, Object... values) {
        return new Finding(about, Health.WELL, Words.of(key, values));
    }

    static Finding note(String about, String key, Object... values) {
        return new Finding(about, Health.NOTE, Words.of(key, values));
    }

    static Finding ill(String about, String key, Object... values) {
        return new Finding(about, Health.ILL, Words.of(key, values));
    }
}
