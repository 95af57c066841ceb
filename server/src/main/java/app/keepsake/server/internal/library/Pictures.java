package app.keepsake.server.internal.library;

import java.util.Arrays;

/** Pictures one after another, in arrays that grow. Not thread-safe. */
final class Pictures {
    private long[] ids = new long[16];
    private char[] shapes = new char[16];
    private char[] marks = new char[16];
    private int[] seconds = new int[16];
    private int count;

    /** @param length in seconds */
    void add(long id, char shape, char mark, int length) {
        if (count == ids.length) {
            int room = count * 2;
            ids = Arrays.copyOf(ids, room);
            shapes = Arrays.copyOf(shapes, room);
            marks = Arrays.copyOf(marks, room);
            seconds = Arrays.copyOf(seconds, room);
        }
        ids[count] = id;
        shapes[count] = shape;
        marks[count] = mark;
        seconds[count] = length;
        count++;
    }

    /** Adds all of others, which were added the earliest first. */
    void addNewestFirst(Pictures others) {
        for (int i = others.count - 1; i >= 0; i--) {
            add(others.ids[i], others.shapes[i], others.marks[i], others.seconds[i]);
        }
    }

    int count() {
        return count;
    }

    long[] ids() {
        return Arrays.copyOf(ids, count);
    }

    String shapes() {
        return new String(shapes, 0, count);
    }

    String marks() {
        return new String(marks, 0, count);
    }

    int[] seconds() {
        return Arrays.copyOf(seconds, count);
    }
}
