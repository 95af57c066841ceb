package app.keepsake.training.internal.identity;

import java.util.Locale;

/**
 * A figure and where it lies in 95 of 100 resamples of the people.
 *
 * @param value on the people as they are
 */
public record Interval(double value, double low, double high) {
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", value, low, high);
    }
}
