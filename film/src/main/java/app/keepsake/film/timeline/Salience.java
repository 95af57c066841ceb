package app.keepsake.film.timeline;

import java.util.ArrayList;
import java.util.List;

/**
 * How much each part of a picture is worth seeing: a grid of cells, of which each row is written as hexadecimal digits,
 * from 0, nothing, to f, most.
 *
 * @param rows from the top, at least one, all of the same length
 */
public record Salience(List<String> rows) {
    /** The highest level. */
    public static final int MOST = 15;

    private static final int RADIX = 16;

    public Salience {
        rows = List.copyOf(rows);
        if (rows.isEmpty() || rows.getFirst().isEmpty()) {
            throw new IllegalArgumentException("A salience needs at least one cell, found " + rows);
        }
        for (String row : rows) {
            if (row.length() != rows.getFirst().length() || !row.chars().allMatch(c -> Character.digit(c, RADIX) >= 0)) {
                throw new IllegalArgumentException(
                        "A salience needs rows of one length of hexadecimal digits, found '%s'.".formatted(row));
            }
        }
    }

    /**
     * From measured levels.
     *
     * @param levels row by row from the top, 0 to 1
     */
    public static Salience of(int columns, float[] levels) {
        List<String> rows = new ArrayList<>();
        for (int from = 0; from < levels.length; from += columns) {
            StringBuilder row = new StringBuilder();
            for (int i = from; i < from + columns; i++) {
                row.append(Character.forDigit(Math.round(MOST * Math.clamp(levels[i], 0f, 1f)), RADIX));
            }
            rows.add(row.toString());
        }
        return new Salience(rows);
    }

    public int columns() {
        return rows.getFirst().length();
    }

    /** Of one cell, 0 to {@link #MOST}. */
    public int level(int column, int row) {
        return Character.digit(rows.get(row).charAt(column), RADIX);
    }
}
